using Codex.Platform.Posix;

namespace Codex.Platform.Tests.Posix;

public sealed class DescriptorStreamTests
{
    [Fact]
    public void A_closed_descriptor_is_an_error_in_the_words_of_the_system()
    {
        using var stream = new DescriptorStream(9999);

        var failure = Assert.Throws<IOException>(() => stream.Write("x"u8));

        Assert.Equal("Bad file descriptor (os error 9)", failure.Message);
        Assert.Equal(9, Errno.Of(failure));
    }
}
