using Codex.Execution.Installation;

namespace Codex.Execution.Tests.Installation;

public sealed class UpdateCommandTests
{
    [Theory]
    [InlineData(InstallMethod.Npm, "npm install -g @openai/codex")]
    [InlineData(InstallMethod.Bun, "bun install -g @openai/codex")]
    [InlineData(InstallMethod.Brew, "brew upgrade --cask codex")]
    [InlineData(InstallMethod.Other, null)]
    public void Every_installation_is_updated_by_who_made_it(InstallMethod method, string? command) =>
        Assert.Equal(command, UpdateCommand.For(method)?.Text);

    [Fact]
    public void The_installer_is_one_word_for_a_shell()
    {
        var command = UpdateCommand.For(InstallMethod.Standalone)!;

        Assert.Equal($"{command.Program} {string.Join(' ', command.Arguments[..^1])} '{command.Arguments[^1]}'", command.Text);
    }
}
