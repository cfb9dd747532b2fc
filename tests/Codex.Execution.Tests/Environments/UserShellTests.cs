using Codex.Execution.Environments;
using Codex.Platform.Environment;

namespace Codex.Execution.Tests.Environments;

public sealed class UserShellTests
{
    private static readonly UserShells s_shells = new(new HostEnvironment
    {
        Variables = new Dictionary<string, string> { ["PATH"] = "/usr/bin:/bin" },
        CurrentDirectory = "/",
        TemporaryDirectory = "/tmp",
        ExecutablePath = "/codex",
    });

    [Fact]
    public void The_default_exists_and_is_of_a_known_kind()
    {
        var shell = s_shells.Default();

        Assert.True(File.Exists(shell.Path));
        Assert.Equal(UserShell.KindOf(shell.Path), shell.Kind);
    }

    [Theory]
    [InlineData("/bin/sh", "/bin/sh", ShellKind.Sh)]
    [InlineData("/usr/bin/python3", "/bin/sh", ShellKind.Sh)]
    [InlineData("/not/there", "/bin/sh", ShellKind.Sh)]
    public void A_named_shell_is_used_when_it_is_one(string name, string path, ShellKind kind) =>
        Assert.Equal(new UserShell(kind, path), s_shells.Named(name));

    [Fact]
    public void Flags_follow_the_kind()
    {
        Assert.Equal(["/bin/bash", "-lc", "x"], UserShell.At("/bin/bash").CommandFor("x", login: true));
        Assert.Equal(["/bin/zsh", "-c", "x"], UserShell.At("/bin/zsh").CommandFor("x", login: false));
        Assert.Equal(["pwsh", "-NoProfile", "-Command", "x"], UserShell.At("pwsh").CommandFor("x", login: false));
        Assert.Equal(["cmd.exe", "/c", "x"], UserShell.At("cmd.exe").CommandFor("x", login: true));
    }
}
