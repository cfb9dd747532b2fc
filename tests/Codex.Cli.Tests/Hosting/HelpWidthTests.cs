using Codex.Cli.Hosting;
using Codex.Platform.Environment;

namespace Codex.Cli.Tests.Hosting;

public sealed class HelpWidthTests
{
    [Theory]
    [InlineData("80", 80)]
    [InlineData("0", 100)]
    [InlineData("wide", 100)]
    [InlineData("", 100)]
    public void No_width_is_the_usual_one(string columns, int width) => Assert.Equal(width, HelpWidth.Of(new HostEnvironment
    {
        Variables = new Dictionary<string, string> { ["COLUMNS"] = columns },
        CurrentDirectory = "/",
        TemporaryDirectory = "/tmp",
        ExecutablePath = "/codex",
    }));
}
