using System.Text.Json;
using Codex.ExecServer.Server.Processes;
using Codex.Protocol.Permissions;

namespace Codex.ExecServer.Tests.Server;

public sealed class ServerSandboxTests
{
    [Theory]
    [InlineData("codex-linux-sandbox")]
    [InlineData("/machine/of/the/client/codex-linux-sandbox")]
    public async Task A_command_behind_the_sandbox_helper_is_held_by_our_own_sandbox(string helper)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the helper is Linux's");
        await using var server = new ServerFixture();
        var client = await server.ConnectAsync();
        var command = new SandboxedCommand(server.Directory, PermissionProfile.ReadOnly, ["/bin/sh", "-c", "echo x > escaped; echo ran"]);
        var words = command.ToWords(server.Directory).Skip(1).Prepend(helper);
        var argv = $"[{string.Join(',', words.Select(static word => $"\"{JsonEncodedText.Encode(word)}\""))}]";

        var answer = await client.AskAsync(
            "process/start", $$"""{"processId":"a","argv":{{argv}},"cwd":"{{server.Directory}}","env":{"PATH":"/usr/bin:/bin"},"tty":false}""");
        Assert.True(answer.TryGetProperty("result", out _), answer.ToString());
        await client.HearAsync("process/closed");

        // Where no sandbox can be built nothing runs either.
        Assert.False(File.Exists(Path.Combine(server.Directory, "escaped")));
    }

    [Theory]
    [InlineData("codex-linux-sandbox")]
    [InlineData("codex-linux-sandbox", "--", "true")]
    [InlineData("codex-linux-sandbox", "--sandbox-policy-cwd", "/", "--", "true")]
    [InlineData("codex-linux-sandbox", "--sandbox-policy-cwd", "/", "--permission-profile", "5", "--", "true")]
    [InlineData("codex-linux-sandbox", "--sandbox-policy-cwd", "/", "--permission-profile", "{\"type\":\"disabled\"}", "--new-flag", "x", "--", "true")]
    [InlineData("sh", "--sandbox-policy-cwd", "/", "--permission-profile", "{\"type\":\"disabled\"}", "--", "true")]
    public void What_is_not_understood_is_not_taken_for_a_sandboxed_command(params string[] words) => Assert.Null(SandboxedCommand.Read(words));

    [Fact]
    public void A_command_line_says_what_was_meant()
    {
        var command = new SandboxedCommand("/work", PermissionProfile.ReadOnly, ["sh", "-c", "--"]);

        var read = SandboxedCommand.Read(command.ToWords("/work/below"));

        Assert.NotNull(read);
        Assert.Equal((command.PolicyDirectory, command.Permissions), (read.PolicyDirectory, read.Permissions));
        Assert.Equal(command.Command, read.Command);
    }
}
