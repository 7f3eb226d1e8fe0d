using StocksGreen.Induction.Domain.Staff;

namespace StocksGreen.Induction.Tests.Domain.Staff;

public sealed class SurnameOrderTests
{
    [Theory]
    [InlineData("Amelia Hart", "Hart Amelia")]
    [InlineData("Dirk van der Berg", "van der Berg Dirk")]
    [InlineData("Siobhán Ó Súilleabháin", "Ó Súilleabháin Siobhán")]
    [InlineData("Mary Ann Smith-Jones", "Smith-Jones Mary Ann")]
    [InlineData("Ruth Okafor MBE", "Okafor Ruth")]
    [InlineData("Van Nguyen", "Nguyen Van")] // a first name is no particle
    [InlineData("Suharto", "Suharto")]
    [InlineData("", "")]
    public void A_name_is_found_under_its_surname(string name, string key) => Assert.Equal(key, SurnameOrder.KeyOf(name));
}
