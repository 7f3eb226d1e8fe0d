using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace StocksGreen.Induction.Data.Migrations;

/// <inheritdoc />
public partial class Ceremony : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex(
            name: "IX_Attestations_StaffId_VersionId_Duty",
            table: "Attestations");

        // Times of showing belong to the reading and are deleted 30 days after the signature; those of earlier confirmations stay in their entries until then.
        migrationBuilder.Sql("ALTER TABLE SectionConfirmations DROP COLUMN ShownAt;");

        migrationBuilder.AddColumn<Guid>(
            name: "LineLead",
            table: "People",
            type: "TEXT",
            nullable: true);

        migrationBuilder.AddColumn<bool>(
            name: "IsOnPaper",
            table: "Attestations",
            type: "INTEGER",
            nullable: false,
            defaultValue: false);

        migrationBuilder.CreateTable(
            name: "AdjustmentRequests",
            columns: table => new
            {
                Id = table.Column<Guid>(type: "TEXT", nullable: false),
                StaffId = table.Column<Guid>(type: "TEXT", nullable: false),
                VersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                Way = table.Column<string>(type: "TEXT", nullable: false),
                Note = table.Column<string>(type: "TEXT", nullable: false),
                At = table.Column<DateTime>(type: "TEXT", nullable: false),
                EvidenceNumber = table.Column<long>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_AdjustmentRequests", x => x.Id);
                table.ForeignKey(
                    name: "FK_AdjustmentRequests_Evidence_EvidenceNumber",
                    column: x => x.EvidenceNumber,
                    principalTable: "Evidence",
                    principalColumn: "Number",
                    onDelete: ReferentialAction.Restrict);
                table.ForeignKey(
                    name: "FK_AdjustmentRequests_People_StaffId",
                    column: x => x.StaffId,
                    principalTable: "People",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
                table.ForeignKey(
                    name: "FK_AdjustmentRequests_PolicyVersions_VersionId",
                    column: x => x.VersionId,
                    principalTable: "PolicyVersions",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "BriefingChases",
            columns: table => new
            {
                Id = table.Column<Guid>(type: "TEXT", nullable: false),
                StaffId = table.Column<Guid>(type: "TEXT", nullable: false),
                Title = table.Column<string>(type: "TEXT", nullable: false),
                Channel = table.Column<string>(type: "TEXT", nullable: false),
                ChasedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                ChasedByName = table.Column<string>(type: "TEXT", nullable: false),
                At = table.Column<DateTime>(type: "TEXT", nullable: false),
                EvidenceNumber = table.Column<long>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_BriefingChases", x => x.Id);
                table.ForeignKey(
                    name: "FK_BriefingChases_Evidence_EvidenceNumber",
                    column: x => x.EvidenceNumber,
                    principalTable: "Evidence",
                    principalColumn: "Number",
                    onDelete: ReferentialAction.Restrict);
                table.ForeignKey(
                    name: "FK_BriefingChases_People_StaffId",
                    column: x => x.StaffId,
                    principalTable: "People",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "Briefings",
            columns: table => new
            {
                Id = table.Column<Guid>(type: "TEXT", nullable: false),
                StaffId = table.Column<Guid>(type: "TEXT", nullable: false),
                Title = table.Column<string>(type: "TEXT", nullable: false),
                HeldOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                Topics = table.Column<string>(type: "TEXT", nullable: false),
                BriefedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                BriefedByName = table.Column<string>(type: "TEXT", nullable: false),
                Statement = table.Column<string>(type: "TEXT", nullable: false),
                At = table.Column<DateTime>(type: "TEXT", nullable: false),
                EvidenceNumber = table.Column<long>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Briefings", x => x.Id);
                table.ForeignKey(
                    name: "FK_Briefings_Evidence_EvidenceNumber",
                    column: x => x.EvidenceNumber,
                    principalTable: "Evidence",
                    principalColumn: "Number",
                    onDelete: ReferentialAction.Restrict);
                table.ForeignKey(
                    name: "FK_Briefings_People_StaffId",
                    column: x => x.StaffId,
                    principalTable: "People",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "CheckAttempts",
            columns: table => new
            {
                Id = table.Column<Guid>(type: "TEXT", nullable: false),
                StaffId = table.Column<Guid>(type: "TEXT", nullable: false),
                VersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                QuestionId = table.Column<Guid>(type: "TEXT", nullable: false),
                QuestionNumber = table.Column<int>(type: "INTEGER", nullable: false),
                Chosen = table.Column<string>(type: "TEXT", nullable: false),
                IsRight = table.Column<bool>(type: "INTEGER", nullable: false),
                At = table.Column<DateTime>(type: "TEXT", nullable: false),
                EvidenceNumber = table.Column<long>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_CheckAttempts", x => x.Id);
                table.ForeignKey(
                    name: "FK_CheckAttempts_Evidence_EvidenceNumber",
                    column: x => x.EvidenceNumber,
                    principalTable: "Evidence",
                    principalColumn: "Number",
                    onDelete: ReferentialAction.Restrict);
                table.ForeignKey(
                    name: "FK_CheckAttempts_People_StaffId",
                    column: x => x.StaffId,
                    principalTable: "People",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
                table.ForeignKey(
                    name: "FK_CheckAttempts_PolicyVersions_VersionId",
                    column: x => x.VersionId,
                    principalTable: "PolicyVersions",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "CheckQuestions",
            columns: table => new
            {
                Id = table.Column<Guid>(type: "TEXT", nullable: false),
                QuestionId = table.Column<Guid>(type: "TEXT", nullable: false),
                Number = table.Column<int>(type: "INTEGER", nullable: false),
                PolicyId = table.Column<Guid>(type: "TEXT", nullable: false),
                PartTitle = table.Column<string>(type: "TEXT", nullable: false),
                Text = table.Column<string>(type: "TEXT", nullable: false),
                Options = table.Column<string>(type: "TEXT", nullable: false),
                Why = table.Column<string>(type: "TEXT", nullable: false),
                IsInUse = table.Column<bool>(type: "INTEGER", nullable: false),
                WrittenBy = table.Column<Guid>(type: "TEXT", nullable: false),
                WrittenByName = table.Column<string>(type: "TEXT", nullable: false),
                At = table.Column<DateTime>(type: "TEXT", nullable: false),
                EvidenceNumber = table.Column<long>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_CheckQuestions", x => x.Id);
                table.ForeignKey(
                    name: "FK_CheckQuestions_Evidence_EvidenceNumber",
                    column: x => x.EvidenceNumber,
                    principalTable: "Evidence",
                    principalColumn: "Number",
                    onDelete: ReferentialAction.Restrict);
                table.ForeignKey(
                    name: "FK_CheckQuestions_Policies_PolicyId",
                    column: x => x.PolicyId,
                    principalTable: "Policies",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "CopiesGiven",
            columns: table => new
            {
                Id = table.Column<Guid>(type: "TEXT", nullable: false),
                AttestationId = table.Column<Guid>(type: "TEXT", nullable: false),
                StaffId = table.Column<Guid>(type: "TEXT", nullable: false),
                FileHash = table.Column<string>(type: "TEXT", nullable: false),
                At = table.Column<DateTime>(type: "TEXT", nullable: false),
                EvidenceNumber = table.Column<long>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_CopiesGiven", x => x.Id);
                table.ForeignKey(
                    name: "FK_CopiesGiven_Attestations_AttestationId",
                    column: x => x.AttestationId,
                    principalTable: "Attestations",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
                table.ForeignKey(
                    name: "FK_CopiesGiven_Evidence_EvidenceNumber",
                    column: x => x.EvidenceNumber,
                    principalTable: "Evidence",
                    principalColumn: "Number",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "Corrections",
            columns: table => new
            {
                Id = table.Column<Guid>(type: "TEXT", nullable: false),
                AttestationId = table.Column<Guid>(type: "TEXT", nullable: false),
                Does = table.Column<string>(type: "TEXT", nullable: false),
                What = table.Column<string>(type: "TEXT", nullable: false),
                Reason = table.Column<string>(type: "TEXT", nullable: false),
                CorrectedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                CorrectedByName = table.Column<string>(type: "TEXT", nullable: false),
                At = table.Column<DateTime>(type: "TEXT", nullable: false),
                EvidenceNumber = table.Column<long>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Corrections", x => x.Id);
                table.ForeignKey(
                    name: "FK_Corrections_Attestations_AttestationId",
                    column: x => x.AttestationId,
                    principalTable: "Attestations",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
                table.ForeignKey(
                    name: "FK_Corrections_Evidence_EvidenceNumber",
                    column: x => x.EvidenceNumber,
                    principalTable: "Evidence",
                    principalColumn: "Number",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "Declarations",
            columns: table => new
            {
                Id = table.Column<Guid>(type: "TEXT", nullable: false),
                StaffId = table.Column<Guid>(type: "TEXT", nullable: false),
                Readers = table.Column<string>(type: "TEXT", nullable: false),
                At = table.Column<DateTime>(type: "TEXT", nullable: false),
                EvidenceNumber = table.Column<long>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Declarations", x => x.Id);
                table.ForeignKey(
                    name: "FK_Declarations_Evidence_EvidenceNumber",
                    column: x => x.EvidenceNumber,
                    principalTable: "Evidence",
                    principalColumn: "Number",
                    onDelete: ReferentialAction.Restrict);
                table.ForeignKey(
                    name: "FK_Declarations_People_StaffId",
                    column: x => x.StaffId,
                    principalTable: "People",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "EventReminders",
            columns: table => new
            {
                Id = table.Column<Guid>(type: "TEXT", nullable: false),
                Event = table.Column<string>(type: "TEXT", nullable: false),
                EventOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                SentOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                Channel = table.Column<string>(type: "TEXT", nullable: false),
                Wording = table.Column<string>(type: "TEXT", nullable: false),
                RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                RecordedByName = table.Column<string>(type: "TEXT", nullable: false),
                At = table.Column<DateTime>(type: "TEXT", nullable: false),
                EvidenceNumber = table.Column<long>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_EventReminders", x => x.Id);
                table.ForeignKey(
                    name: "FK_EventReminders_Evidence_EvidenceNumber",
                    column: x => x.EvidenceNumber,
                    principalTable: "Evidence",
                    principalColumn: "Number",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "Packs",
            columns: table => new
            {
                Id = table.Column<Guid>(type: "TEXT", nullable: false),
                PackId = table.Column<Guid>(type: "TEXT", nullable: false),
                Number = table.Column<int>(type: "INTEGER", nullable: false),
                Name = table.Column<string>(type: "TEXT", nullable: false),
                Audience = table.Column<string>(type: "TEXT", nullable: false),
                JobTitles = table.Column<string>(type: "TEXT", nullable: false),
                Policies = table.Column<string>(type: "TEXT", nullable: false),
                Briefings = table.Column<string>(type: "TEXT", nullable: false),
                DueSchoolDays = table.Column<int>(type: "INTEGER", nullable: false),
                From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                IsInUse = table.Column<bool>(type: "INTEGER", nullable: false),
                DecidedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                DecidedByName = table.Column<string>(type: "TEXT", nullable: false),
                At = table.Column<DateTime>(type: "TEXT", nullable: false),
                EvidenceNumber = table.Column<long>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Packs", x => x.Id);
                table.ForeignKey(
                    name: "FK_Packs_Evidence_EvidenceNumber",
                    column: x => x.EvidenceNumber,
                    principalTable: "Evidence",
                    principalColumn: "Number",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "PaperScans",
            columns: table => new
            {
                AttestationId = table.Column<Guid>(type: "TEXT", nullable: false),
                FileName = table.Column<string>(type: "TEXT", nullable: false),
                MediaType = table.Column<string>(type: "TEXT", nullable: false),
                Content = table.Column<byte[]>(type: "BLOB", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_PaperScans", x => x.AttestationId);
                table.ForeignKey(
                    name: "FK_PaperScans_Attestations_AttestationId",
                    column: x => x.AttestationId,
                    principalTable: "Attestations",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "PartReadings",
            columns: table => new
            {
                StaffId = table.Column<Guid>(type: "TEXT", nullable: false),
                VersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                FirstShownAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                EndReachedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                Reopened = table.Column<int>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_PartReadings", x => new { x.StaffId, x.VersionId, x.Ordinal });
                table.ForeignKey(
                    name: "FK_PartReadings_People_StaffId",
                    column: x => x.StaffId,
                    principalTable: "People",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
                table.ForeignKey(
                    name: "FK_PartReadings_PolicyVersions_VersionId",
                    column: x => x.VersionId,
                    principalTable: "PolicyVersions",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "ReaderQuestions",
            columns: table => new
            {
                Id = table.Column<Guid>(type: "TEXT", nullable: false),
                StaffId = table.Column<Guid>(type: "TEXT", nullable: false),
                VersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                Heading = table.Column<string>(type: "TEXT", nullable: false),
                Text = table.Column<string>(type: "TEXT", nullable: false),
                AskedOf = table.Column<Guid>(type: "TEXT", nullable: false),
                AskedOfName = table.Column<string>(type: "TEXT", nullable: false),
                At = table.Column<DateTime>(type: "TEXT", nullable: false),
                EvidenceNumber = table.Column<long>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ReaderQuestions", x => x.Id);
                table.ForeignKey(
                    name: "FK_ReaderQuestions_Evidence_EvidenceNumber",
                    column: x => x.EvidenceNumber,
                    principalTable: "Evidence",
                    principalColumn: "Number",
                    onDelete: ReferentialAction.Restrict);
                table.ForeignKey(
                    name: "FK_ReaderQuestions_People_StaffId",
                    column: x => x.StaffId,
                    principalTable: "People",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
                table.ForeignKey(
                    name: "FK_ReaderQuestions_PolicyVersions_VersionId",
                    column: x => x.VersionId,
                    principalTable: "PolicyVersions",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "ReportCardsShown",
            columns: table => new
            {
                Id = table.Column<Guid>(type: "TEXT", nullable: false),
                AttestationId = table.Column<Guid>(type: "TEXT", nullable: false),
                StaffId = table.Column<Guid>(type: "TEXT", nullable: false),
                Wording = table.Column<string>(type: "TEXT", nullable: false),
                At = table.Column<DateTime>(type: "TEXT", nullable: false),
                EvidenceNumber = table.Column<long>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ReportCardsShown", x => x.Id);
                table.ForeignKey(
                    name: "FK_ReportCardsShown_Attestations_AttestationId",
                    column: x => x.AttestationId,
                    principalTable: "Attestations",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
                table.ForeignKey(
                    name: "FK_ReportCardsShown_Evidence_EvidenceNumber",
                    column: x => x.EvidenceNumber,
                    principalTable: "Evidence",
                    principalColumn: "Number",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "SignInCodes",
            columns: table => new
            {
                AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                Hash = table.Column<string>(type: "TEXT", nullable: false),
                ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                Tries = table.Column<int>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_SignInCodes", x => x.AccountId);
                table.ForeignKey(
                    name: "FK_SignInCodes_Accounts_AccountId",
                    column: x => x.AccountId,
                    principalTable: "Accounts",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "VisitorReminders",
            columns: table => new
            {
                Id = table.Column<Guid>(type: "TEXT", nullable: false),
                FullName = table.Column<string>(type: "TEXT", nullable: false),
                Organisation = table.Column<string>(type: "TEXT", nullable: false),
                VersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                VersionNumber = table.Column<int>(type: "INTEGER", nullable: false),
                Wording = table.Column<string>(type: "TEXT", nullable: false),
                At = table.Column<DateTime>(type: "TEXT", nullable: false),
                EvidenceNumber = table.Column<long>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_VisitorReminders", x => x.Id);
                table.ForeignKey(
                    name: "FK_VisitorReminders_Evidence_EvidenceNumber",
                    column: x => x.EvidenceNumber,
                    principalTable: "Evidence",
                    principalColumn: "Number",
                    onDelete: ReferentialAction.Restrict);
                table.ForeignKey(
                    name: "FK_VisitorReminders_PolicyVersions_VersionId",
                    column: x => x.VersionId,
                    principalTable: "PolicyVersions",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "AdjustmentsMade",
            columns: table => new
            {
                Id = table.Column<Guid>(type: "TEXT", nullable: false),
                RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                What = table.Column<string>(type: "TEXT", nullable: false),
                MadeBy = table.Column<Guid>(type: "TEXT", nullable: false),
                MadeByName = table.Column<string>(type: "TEXT", nullable: false),
                At = table.Column<DateTime>(type: "TEXT", nullable: false),
                EvidenceNumber = table.Column<long>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_AdjustmentsMade", x => x.Id);
                table.ForeignKey(
                    name: "FK_AdjustmentsMade_AdjustmentRequests_RequestId",
                    column: x => x.RequestId,
                    principalTable: "AdjustmentRequests",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
                table.ForeignKey(
                    name: "FK_AdjustmentsMade_Evidence_EvidenceNumber",
                    column: x => x.EvidenceNumber,
                    principalTable: "Evidence",
                    principalColumn: "Number",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "BriefingConfirmations",
            columns: table => new
            {
                Id = table.Column<Guid>(type: "TEXT", nullable: false),
                BriefingId = table.Column<Guid>(type: "TEXT", nullable: false),
                StaffId = table.Column<Guid>(type: "TEXT", nullable: false),
                TookPlace = table.Column<bool>(type: "INTEGER", nullable: false),
                Statement = table.Column<string>(type: "TEXT", nullable: false),
                At = table.Column<DateTime>(type: "TEXT", nullable: false),
                EvidenceNumber = table.Column<long>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_BriefingConfirmations", x => x.Id);
                table.ForeignKey(
                    name: "FK_BriefingConfirmations_Briefings_BriefingId",
                    column: x => x.BriefingId,
                    principalTable: "Briefings",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
                table.ForeignKey(
                    name: "FK_BriefingConfirmations_Evidence_EvidenceNumber",
                    column: x => x.EvidenceNumber,
                    principalTable: "Evidence",
                    principalColumn: "Number",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "DeclarationDecisions",
            columns: table => new
            {
                Id = table.Column<Guid>(type: "TEXT", nullable: false),
                DeclarationId = table.Column<Guid>(type: "TEXT", nullable: false),
                DiscussedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                ReviewOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                RecordedByName = table.Column<string>(type: "TEXT", nullable: false),
                Declared = table.Column<string>(type: "TEXT", nullable: false),
                Decision = table.Column<string>(type: "TEXT", nullable: false),
                Advice = table.Column<string>(type: "TEXT", nullable: false),
                Salt = table.Column<string>(type: "TEXT", nullable: false),
                At = table.Column<DateTime>(type: "TEXT", nullable: false),
                EvidenceNumber = table.Column<long>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_DeclarationDecisions", x => x.Id);
                table.ForeignKey(
                    name: "FK_DeclarationDecisions_Declarations_DeclarationId",
                    column: x => x.DeclarationId,
                    principalTable: "Declarations",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
                table.ForeignKey(
                    name: "FK_DeclarationDecisions_Evidence_EvidenceNumber",
                    column: x => x.EvidenceNumber,
                    principalTable: "Evidence",
                    principalColumn: "Number",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "ReaderAnswers",
            columns: table => new
            {
                Id = table.Column<Guid>(type: "TEXT", nullable: false),
                QuestionId = table.Column<Guid>(type: "TEXT", nullable: false),
                Text = table.Column<string>(type: "TEXT", nullable: false),
                AnsweredBy = table.Column<Guid>(type: "TEXT", nullable: false),
                AnsweredByName = table.Column<string>(type: "TEXT", nullable: false),
                At = table.Column<DateTime>(type: "TEXT", nullable: false),
                EvidenceNumber = table.Column<long>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ReaderAnswers", x => x.Id);
                table.ForeignKey(
                    name: "FK_ReaderAnswers_Evidence_EvidenceNumber",
                    column: x => x.EvidenceNumber,
                    principalTable: "Evidence",
                    principalColumn: "Number",
                    onDelete: ReferentialAction.Restrict);
                table.ForeignKey(
                    name: "FK_ReaderAnswers_ReaderQuestions_QuestionId",
                    column: x => x.QuestionId,
                    principalTable: "ReaderQuestions",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "DeclarationAcknowledgements",
            columns: table => new
            {
                Id = table.Column<Guid>(type: "TEXT", nullable: false),
                DecisionId = table.Column<Guid>(type: "TEXT", nullable: false),
                StaffId = table.Column<Guid>(type: "TEXT", nullable: false),
                Statement = table.Column<string>(type: "TEXT", nullable: false),
                At = table.Column<DateTime>(type: "TEXT", nullable: false),
                EvidenceNumber = table.Column<long>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_DeclarationAcknowledgements", x => x.Id);
                table.ForeignKey(
                    name: "FK_DeclarationAcknowledgements_DeclarationDecisions_DecisionId",
                    column: x => x.DecisionId,
                    principalTable: "DeclarationDecisions",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
                table.ForeignKey(
                    name: "FK_DeclarationAcknowledgements_Evidence_EvidenceNumber",
                    column: x => x.EvidenceNumber,
                    principalTable: "Evidence",
                    principalColumn: "Number",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateIndex(
            name: "IX_Attestations_StaffId_VersionId_Duty",
            table: "Attestations",
            columns: new[] { "StaffId", "VersionId", "Duty" });

        migrationBuilder.CreateIndex(
            name: "IX_AdjustmentRequests_EvidenceNumber",
            table: "AdjustmentRequests",
            column: "EvidenceNumber");

        migrationBuilder.CreateIndex(
            name: "IX_AdjustmentRequests_StaffId",
            table: "AdjustmentRequests",
            column: "StaffId");

        migrationBuilder.CreateIndex(
            name: "IX_AdjustmentRequests_VersionId",
            table: "AdjustmentRequests",
            column: "VersionId");

        migrationBuilder.CreateIndex(
            name: "IX_AdjustmentsMade_EvidenceNumber",
            table: "AdjustmentsMade",
            column: "EvidenceNumber");

        migrationBuilder.CreateIndex(
            name: "IX_AdjustmentsMade_RequestId",
            table: "AdjustmentsMade",
            column: "RequestId");

        migrationBuilder.CreateIndex(
            name: "IX_BriefingChases_EvidenceNumber",
            table: "BriefingChases",
            column: "EvidenceNumber");

        migrationBuilder.CreateIndex(
            name: "IX_BriefingChases_StaffId",
            table: "BriefingChases",
            column: "StaffId");

        migrationBuilder.CreateIndex(
            name: "IX_BriefingConfirmations_BriefingId",
            table: "BriefingConfirmations",
            column: "BriefingId");

        migrationBuilder.CreateIndex(
            name: "IX_BriefingConfirmations_EvidenceNumber",
            table: "BriefingConfirmations",
            column: "EvidenceNumber");

        migrationBuilder.CreateIndex(
            name: "IX_Briefings_EvidenceNumber",
            table: "Briefings",
            column: "EvidenceNumber");

        migrationBuilder.CreateIndex(
            name: "IX_Briefings_StaffId",
            table: "Briefings",
            column: "StaffId");

        migrationBuilder.CreateIndex(
            name: "IX_CheckAttempts_EvidenceNumber",
            table: "CheckAttempts",
            column: "EvidenceNumber");

        migrationBuilder.CreateIndex(
            name: "IX_CheckAttempts_StaffId_VersionId",
            table: "CheckAttempts",
            columns: new[] { "StaffId", "VersionId" });

        migrationBuilder.CreateIndex(
            name: "IX_CheckAttempts_VersionId",
            table: "CheckAttempts",
            column: "VersionId");

        migrationBuilder.CreateIndex(
            name: "IX_CheckQuestions_EvidenceNumber",
            table: "CheckQuestions",
            column: "EvidenceNumber");

        migrationBuilder.CreateIndex(
            name: "IX_CheckQuestions_PolicyId",
            table: "CheckQuestions",
            column: "PolicyId");

        migrationBuilder.CreateIndex(
            name: "IX_CheckQuestions_QuestionId_Number",
            table: "CheckQuestions",
            columns: new[] { "QuestionId", "Number" },
            unique: true);

        migrationBuilder.CreateIndex(
            name: "IX_CopiesGiven_AttestationId",
            table: "CopiesGiven",
            column: "AttestationId");

        migrationBuilder.CreateIndex(
            name: "IX_CopiesGiven_EvidenceNumber",
            table: "CopiesGiven",
            column: "EvidenceNumber");

        migrationBuilder.CreateIndex(
            name: "IX_Corrections_AttestationId",
            table: "Corrections",
            column: "AttestationId");

        migrationBuilder.CreateIndex(
            name: "IX_Corrections_EvidenceNumber",
            table: "Corrections",
            column: "EvidenceNumber");

        migrationBuilder.CreateIndex(
            name: "IX_DeclarationAcknowledgements_DecisionId",
            table: "DeclarationAcknowledgements",
            column: "DecisionId");

        migrationBuilder.CreateIndex(
            name: "IX_DeclarationAcknowledgements_EvidenceNumber",
            table: "DeclarationAcknowledgements",
            column: "EvidenceNumber");

        migrationBuilder.CreateIndex(
            name: "IX_DeclarationDecisions_DeclarationId",
            table: "DeclarationDecisions",
            column: "DeclarationId");

        migrationBuilder.CreateIndex(
            name: "IX_DeclarationDecisions_EvidenceNumber",
            table: "DeclarationDecisions",
            column: "EvidenceNumber");

        migrationBuilder.CreateIndex(
            name: "IX_Declarations_EvidenceNumber",
            table: "Declarations",
            column: "EvidenceNumber");

        migrationBuilder.CreateIndex(
            name: "IX_Declarations_StaffId",
            table: "Declarations",
            column: "StaffId");

        migrationBuilder.CreateIndex(
            name: "IX_EventReminders_EvidenceNumber",
            table: "EventReminders",
            column: "EvidenceNumber");

        migrationBuilder.CreateIndex(
            name: "IX_Packs_EvidenceNumber",
            table: "Packs",
            column: "EvidenceNumber");

        migrationBuilder.CreateIndex(
            name: "IX_Packs_PackId_Number",
            table: "Packs",
            columns: new[] { "PackId", "Number" },
            unique: true);

        migrationBuilder.CreateIndex(
            name: "IX_PartReadings_VersionId",
            table: "PartReadings",
            column: "VersionId");

        migrationBuilder.CreateIndex(
            name: "IX_ReaderAnswers_EvidenceNumber",
            table: "ReaderAnswers",
            column: "EvidenceNumber");

        migrationBuilder.CreateIndex(
            name: "IX_ReaderAnswers_QuestionId",
            table: "ReaderAnswers",
            column: "QuestionId");

        migrationBuilder.CreateIndex(
            name: "IX_ReaderQuestions_EvidenceNumber",
            table: "ReaderQuestions",
            column: "EvidenceNumber");

        migrationBuilder.CreateIndex(
            name: "IX_ReaderQuestions_StaffId",
            table: "ReaderQuestions",
            column: "StaffId");

        migrationBuilder.CreateIndex(
            name: "IX_ReaderQuestions_VersionId",
            table: "ReaderQuestions",
            column: "VersionId");

        migrationBuilder.CreateIndex(
            name: "IX_ReportCardsShown_AttestationId",
            table: "ReportCardsShown",
            column: "AttestationId");

        migrationBuilder.CreateIndex(
            name: "IX_ReportCardsShown_EvidenceNumber",
            table: "ReportCardsShown",
            column: "EvidenceNumber");

        migrationBuilder.CreateIndex(
            name: "IX_VisitorReminders_EvidenceNumber",
            table: "VisitorReminders",
            column: "EvidenceNumber");

        migrationBuilder.CreateIndex(
            name: "IX_VisitorReminders_VersionId",
            table: "VisitorReminders",
            column: "VersionId");

        migrationBuilder.Sql("DROP TRIGGER Attestations_never_replaced;");
        migrationBuilder.Sql(AppendOnlyTriggers.RefuseReplacing("Attestations", AppendOnlyTriggers.SignedAgain));
        foreach (var trigger in AppendOnlyTriggers.Ceremony.SelectMany(AppendOnlyTriggers.FreezeSealed).Concat(AppendOnlyTriggers.Freeze("PaperScans", "AttestationId = NEW.AttestationId")))
        {
            migrationBuilder.Sql(trigger);
        }
    }

    /// <inheritdoc />
    /// <remarks>What was asked, answered, declared and briefed has no place in the older form, so there is no way back: restore a back-up.</remarks>
    protected override void Down(MigrationBuilder migrationBuilder) => throw new NotSupportedException("This step cannot be undone. Restore a back-up made before it.");
}
