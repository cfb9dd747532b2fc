using Codex.Cli.Hosting;

namespace Codex.Cli.Tests.Hosting;

public sealed class LogFilterTests
{
    [Theory]
    [InlineData(null, "codex_core::tools::router", true)]
    [InlineData("off", "codex_core::tools::router", false)]
    [InlineData("codex_core=off", "codex_core::tools::router", false)]
    [InlineData("off,codex_core::tools=error", "codex_core::tools::router", true)]
    [InlineData("codex_mcp=debug", "codex_core::tools::router", false)]
    [InlineData("codex_core", "codex_core::tools::router", true)]
    [InlineData("warn", "codex_core::tools::router", true)]
    public void Errors_are_logged_as_the_variable_says(string? filter, string module, bool expected) =>
        Assert.Equal(expected, LogFilter.Parse(filter).Allows(module, LogLevel.Error));
}
