using Codex.Formats.Json;

namespace Codex.Formats.Tests.Json;

public sealed class JsonFloatTests
{
    [Theory]
    [InlineData(0, "0.0")]
    [InlineData(-0.0, "-0.0")]
    [InlineData(1, "1.0")]
    [InlineData(37.5, "37.5")]
    [InlineData(0.1, "0.1")]
    [InlineData(123456789012345678, "1.2345678901234568e+17")]
    [InlineData(1e15, "1000000000000000.0")]
    [InlineData(1e16, "1e+16")]
    [InlineData(-1.25e16, "-1.25e+16")]
    [InlineData(9007199254740993, "9007199254740992.0")]
    [InlineData(1.25e-5, "0.0000125")]
    [InlineData(-1e-5, "-0.00001")]
    [InlineData(1e-6, "1e-6")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(1.5e300, "1.5e+300")]
    public void Numbers_have_the_text_serde_json_gives_them(double value, string text)
    {
        Assert.Equal(text, JsonFloat.Format(value));
    }

    [Fact]
    public void Not_a_number_is_written_as_null()
    {
        Assert.Equal("null", CompactJsonEncoderTests.Write(writer => JsonFloat.Write(writer, double.NaN)));
    }
}
