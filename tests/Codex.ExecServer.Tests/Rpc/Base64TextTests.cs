using Codex.ExecServer.Rpc;

namespace Codex.ExecServer.Tests.Rpc;

public sealed class Base64TextTests
{
    /// <summary>Observed with 0.136.0.</summary>
    [Theory]
    [InlineData("!", "Invalid symbol 33, offset 0.")]
    [InlineData("a", "Invalid input length: 1")]
    [InlineData("aGk", "Invalid padding")]
    [InlineData("aGl=", "Invalid last symbol 108, offset 2.")]
    [InlineData("aG k=", "Invalid symbol 32, offset 2.")]
    [InlineData("aGk=aGk=", "Invalid symbol 61, offset 3.")]
    [InlineData("====", "Invalid symbol 61, offset 0.")]
    [InlineData("a===", "Invalid symbol 61, offset 1.")]
    [InlineData("aGkaa", "Invalid input length: 5")]
    [InlineData("aGkaaa", "Invalid padding")]
    [InlineData("aGka\n", "Invalid symbol 10, offset 4.")]
    public void What_is_wrong_is_said_as_by_the_original(string text, string expected)
    {
        Assert.False(Base64Text.TryDecode(text, out _, out var problem));
        Assert.Equal(expected, problem);
    }

    [Fact]
    public void Whole_texts_are_decoded()
    {
        Assert.True(Base64Text.TryDecode("aGk=", out var bytes, out _));
        Assert.Equal("hi"u8, bytes);
        Assert.True(Base64Text.TryDecode("", out bytes, out _));
        Assert.Empty(bytes);
    }
}
