using Codex.Formats.Text;

namespace Codex.Formats.Tests.Text;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(999, "999")]
    [InlineData(12345, "12,345")]
    [InlineData(-1234567, "-1,234,567")]
    public void Thousands_are_separated_by_commas(long value, string text) => Assert.Equal(text, NumberText.WithSeparators(value));

    [Theory]
    [InlineData(-5, "0")]
    [InlineData(999, "999")]
    [InlineData(1000, "1.00K")]
    [InlineData(1200, "1.20K")]
    [InlineData(10000, "10.0K")]
    [InlineData(100000, "100K")]
    [InlineData(999500, "1.00M")]
    [InlineData(12345678, "12.3M")]
    [InlineData(999950000, "1.00G")]
    [InlineData(1234000000000, "1,234G")]
    public void Large_numbers_have_three_significant_digits_and_a_suffix(long value, string text) =>
        Assert.Equal(text, NumberText.WithSuffix(value));

    [Theory]
    [InlineData(0, "0ms")]
    [InlineData(250, "250ms")]
    [InlineData(1500, "1.50s")]
    [InlineData(1125, "1.12s")]
    [InlineData(1375, "1.38s")]
    [InlineData(59999, "60.00s")]
    [InlineData(60000, "1m 00s")]
    [InlineData(62000, "1m 02s")]
    [InlineData(3601000, "60m 01s")]
    public void Durations_use_the_largest_fitting_unit(long milliseconds, string text) =>
        Assert.Equal(text, ElapsedText.Of(TimeSpan.FromMilliseconds(milliseconds)));
}
