using System.Text;
using Codex.Backend.Relay;

namespace Codex.Backend.Tests.Relay;

public sealed class RelayKeyTests
{
    [Theory]
    [InlineData("sk-a_B9\n")]
    [InlineData("sk-a_B9")]
    [InlineData("sk-a_B9\r\n")]
    [InlineData("sk-a_B9\nmore, which is not read")]
    public void The_first_line_is_the_key(string text) =>
        Assert.Equal("Bearer sk-a_B9", RelayKey.Read(new MemoryStream(Encoding.UTF8.GetBytes(text))).Reveal());

    [Theory]
    [InlineData("", "API key must be provided via stdin (e.g. printenv OPENAI_API_KEY | codex responses-api-proxy)")]
    [InlineData("\n", "API key must be provided via stdin (e.g. printenv OPENAI_API_KEY | codex responses-api-proxy)")]
    [InlineData("sk 1", "API key may only contain ASCII letters, numbers, '-' or '_'")]
    [InlineData("sk\0", "API key may only contain ASCII letters, numbers, '-' or '_'")]
    [InlineData("schlüssel", "API key may only contain ASCII letters, numbers, '-' or '_'")]
    public void What_is_no_key_is_refused_without_being_shown(string text, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidDataException>(() => RelayKey.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)))).Message);

    [Fact]
    public void A_key_has_at_most_1016_letters()
    {
        Assert.Equal(1016 + 7, RelayKey.Read(new MemoryStream(Encoding.ASCII.GetBytes(new string('a', 1016)))).Reveal().Length);
        var exception = Assert.Throws<InvalidDataException>(() => RelayKey.Read(new MemoryStream(Encoding.ASCII.GetBytes(new string('a', 1017)))));
        Assert.Equal("API key is too large to fit in the 1024-byte buffer", exception.Message);
    }
}
