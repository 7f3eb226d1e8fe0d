using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Startup;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Data.Startup;

public sealed class DatabaseLockTests : IDisposable
{
    private readonly DataFolder folder = TestSchool.NewFolder();

    public void Dispose() => TestSchool.Delete(folder);

    [Fact]
    public void A_second_server_on_the_same_folder_is_refused_until_the_first_has_stopped()
    {
        using (DatabaseLock.Take(folder))
        {
            Assert.Equal(
                $"Another server is already using the database in {folder.FolderPath}. Stop that one first, or give this one a folder of its own "
                    + "(Induction__DataFolder).",
                Refusal(folder)
            );
        }

        DatabaseLock.Take(folder).Dispose();
    }

    [Fact]
    public void A_folder_that_is_not_there_is_made()
    {
        var deeper = DataFolder.At(Path.Combine(folder.FolderPath, "one", "two"));

        DatabaseLock.Take(deeper).Dispose();

        Assert.True(File.Exists(deeper.Lock));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_refused_with_a_sentence()
    {
        var file = Path.Combine(folder.FolderPath, "letter.txt");
        File.WriteAllText(file, "Dear parents");
        var inside = DataFolder.At(Path.Combine(file, "data"));

        Assert.StartsWith($"The data folder {inside.FolderPath} cannot be made: ", Refusal(inside), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_refused_with_a_sentence()
    {
        Directory.CreateDirectory(folder.Lock);

        Assert.StartsWith($"The data folder {folder.FolderPath} cannot be written: ", Refusal(folder), StringComparison.Ordinal);
    }

    private static string Refusal(DataFolder folder) => Assert.Throws<OperatorException>(() => DatabaseLock.Take(folder)).Message;
}
