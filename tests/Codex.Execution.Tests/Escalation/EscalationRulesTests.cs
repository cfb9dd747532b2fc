using Codex.Execution.Escalation;
using Codex.Protocol.Permissions;
using Codex.TestSupport.Files;

namespace Codex.Execution.Tests.Escalation;

/// <summary>What stays inside whatever rules say about its name.</summary>
public sealed class EscalationRulesTests : IDisposable
{
    private readonly TempDirectory _files = new();
    private readonly Dictionary<string, string> _given = new() { ["PATH"] = "/usr/bin:/bin", ["HOME"] = "/root", ["LD_LIBRARY_PATH"] = "/opt/lib" };
    private readonly string _workspace;

    public EscalationRulesTests() => _workspace = _files.Create("ws");

    [Fact]
    public void A_program_of_the_system_leaves_by_its_own_path() =>
        Assert.Equal(SymbolicLinks.Canonicalize("/bin/sh"), Executable("/bin/sh"));

    [Fact]
    public void What_sandboxed_commands_can_make_stays()
    {
        Assert.Null(Executable(_files.Write("ws/git", "#!/bin/sh\n")));
        File.CreateSymbolicLink(_files["ws/ls"], "/bin/ls");
        Assert.Null(Executable(_files["ws/ls"]));
        File.CreateSymbolicLink(_files["outside"], _files["ws/git"]);
        Assert.Null(Executable(_files["outside"]));
        Directory.CreateSymbolicLink(_files["tools"], _workspace);
        Assert.Null(Executable(_files["tools/git"]));
        Assert.Null(Executable("git"));
        Assert.Null(Executable("/nowhere/git"));
        Assert.Null(Executable("/proc/self/cwd/nowhere"));
    }

    [Theory]
    [InlineData("LD_PRELOAD", "/ws/evil.so")]
    [InlineData("LD_LIBRARY_PATH", "/ws")]
    [InlineData("BASH_ENV", "/ws/evil")]
    [InlineData("GIT_SSH_COMMAND", "/ws/evil")]
    [InlineData("PYTHONPATH", "/ws")]
    [InlineData("NODE_OPTIONS", "--require /ws/evil.js")]
    [InlineData("DOTNET_STARTUP_HOOKS", "/ws/evil.dll")]
    [InlineData("HOME", "/ws")]
    [InlineData("PATH", "bin:/usr/bin")]
    [InlineData("PATH", ":/usr/bin")]
    [InlineData("BASH_FUNC_ls%%", "() { evil; }")]
    public void Code_that_an_environment_brings_keeps_its_program_inside(string name, string value) => Assert.Null(Executable("/bin/sh", (name, value)));

    [Fact]
    public void A_search_path_into_the_workspace_keeps_its_program_inside()
    {
        Assert.Null(Executable("/bin/sh", ("PATH", $"{_workspace}/bin:/usr/bin")));
        Assert.NotNull(Executable("/bin/sh", ("PATH", "/opt/tools:/usr/bin")));
    }

    [Theory]
    [InlineData("LD_LIBRARY_PATH", "/opt/lib")]
    [InlineData("HOME", "/root")]
    [InlineData("AWS_PROFILE", "staging")]
    [InlineData("FOO", "bar")]
    public void Other_variables_and_those_of_the_user_go_along(string name, string value) => Assert.NotNull(Executable("/bin/sh", (name, value)));

    public void Dispose() => _files.Dispose();

    private string? Executable(string file, params (string Name, string Value)[] more)
    {
        var environment = new Dictionary<string, string>(_given);
        foreach (var (name, value) in more)
            environment[name] = value;
        var profile = PermissionProfiles.WorkspaceWrite([], NetworkSandboxPolicy.Restricted, true, true).WithWorkspaceRoots([_workspace]);
        return new EscalationRules(profile, new PathContext(_workspace, null), _given)
            .ExecutableOf(new InterceptedProgram(file, [file], _workspace, environment));
    }
}
