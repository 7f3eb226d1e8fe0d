using StocksGreen.Induction.Components.Forms;

namespace StocksGreen.Induction.Tests.Components;

/// <summary>How what an error is about is found on a page.</summary>
public sealed class FieldIdsTests
{
    [Theory]
    [InlineData("Title", "title")]
    [InlineData("SignedOn", "signed-on")]
    [InlineData("Changes[3].Reason", "changes-3-reason")]
    [InlineData("Terms[0].HalfTermFirst", "terms-0-half-term-first")]
    [InlineData("Answers[0f8fad5b-d9cb-469f-a165-70867728950e]", "answers-0f8fad5b-d9cb-469f-a165-70867728950e")]
    [InlineData("", "")]
    public void A_key_becomes_the_id_of_the_field(string key, string id) => Assert.Equal(id, FieldIds.Of(key));
}
