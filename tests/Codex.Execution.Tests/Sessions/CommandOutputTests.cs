using System.Text;
using Codex.Execution.Sessions;

namespace Codex.Execution.Tests.Sessions;

public sealed class CommandOutputTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("beginning ", "end")]
    [InlineData("crab 🦀", "🦀 crab")]
    public void Head_and_tail_make_one_text(string head, string tail) =>
        Assert.Equal(head + tail, Output(Encoding.UTF8.GetBytes(head), Encoding.UTF8.GetBytes(tail)).ToText());

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_character_may_lie_across_them(int bytesInHead)
    {
        var crab = "🦀"u8.ToArray();

        Assert.Equal("🦀", Output(crab[..bytesInHead], crab[bytesInHead..]).ToText());
    }

    [Fact]
    public void What_is_no_text_is_replaced() => Assert.Equal("a\uFFFDb\uFFFD", Output([0x61, 0xFF], [0x62, 0x80]).ToText());

    private static CommandOutput Output(byte[] head, byte[] tail) => new(head, tail, head.Length + tail.Length, 1);
}
