namespace StocksGreen.Induction.Tests.Security;

/// <summary>Classes that share the walked school; they look at it one after the other, and one of them moves its clock.</summary>
[CollectionDefinition]
public sealed class WalkedSchoolTests : ICollectionFixture<WalkedSchool>;
