namespace Codex.Platform.Tests;

public sealed class ErrnoTests
{
    [Theory]
    [InlineData(2, "No such file or directory (os error 2)")]
    [InlineData(13, "Permission denied (os error 13)")]
    [InlineData(28, "No space left on device (os error 28)")]
    public void Numbers_are_worded_like_the_original_words_them(int error, string message) => Assert.Equal(message, Errno.Describe(error));

    [Fact]
    public void Exceptions_of_file_access_carry_their_number()
    {
        Assert.Equal("No such file or directory (os error 2)", Errno.Describe(Assert.ThrowsAny<IOException>(() => File.ReadAllText("/not/there"))));
        Assert.Equal("plain", Errno.Describe(new InvalidOperationException("plain")));
    }
}
