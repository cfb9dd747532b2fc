using Codex.TestSupport.Files;
using Codex.TestSupport.Running;

namespace Codex.Parity.Tests.Generated;

/// <summary>
/// Permission profiles that no one has thought of: a command finds the same things readable and writable in both programs. Where
/// 0.136.0 cannot start the command at all (a file that may be written, something hidden below something hidden) there is nothing to compare.
/// </summary>
public sealed class GeneratedProfiles
{
    private const string Nobody = "65534";

    private static readonly string s_script = $$"""
        cd "$1"
        for path in {{string.Join(' ', ProfileGenerator.Tried)}}; do
          reads=; writes=
          if [ -d $path ]; then
            ls $path >/dev/null 2>&1 && reads=r
            (: > $path/.probe) 2>/dev/null && { writes=w; rm -f $path/.probe; }
          else
            cat $path >/dev/null 2>&1 && reads=r
            (: >> $path) 2>/dev/null && writes=w
          fi
          [ "$reads$writes" ] && echo $path:$reads$writes
        done
        (echo x > ws/.codex) 2>/dev/null && echo made:.codex
        (mkdir ws/.agents) 2>/dev/null && echo made:.agents
        (mv ws/.git ws/moved) 2>/dev/null && echo moved:.git
        (: > /tmp/$2) 2>/dev/null && { echo made:tmp; rm /tmp/$2; }
        cat /etc/hostname >/dev/null 2>&1 && echo etc:r
        true
        """;

    /// <summary>Seeds; a failing one names its profile.</summary>
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 24)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Profiles_of_any_shape_open_the_same(int seed)
    {
        var oracle = await Oracle.RequireAsync(Assert.Skip);
        using var files = new TempDirectory();
        var asNobody = Environment.IsPrivilegedProcess && await CanRunAsNobodyAsync();

        // With and without a bubblewrap of our own.
        var bundled = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(oracle))!, "codex-resources");
        var real = await RunAsync(oracle, files, "real", seed, asNobody, "/usr/bin:/bin");
        var ours = await RunAsync(OurCodex.Executable, files, "ours", seed, asNobody, seed % 2 == 0 ? $"/usr/bin:/bin:{bundled}" : "/usr/bin:/bin");

        if (real.ExitCode != 0)
            return;
        Assert.True(ours.ExitCode == 0, $"{ours.ExitCode}: {ours.Error}");

        // A superuser's command keeps its powers in 0.136.0: what is hidden is open to it.
        if (Environment.IsPrivilegedProcess && !asNobody)
            Assert.Subset(Lines(real), Lines(ours));
        else
            Assert.Equal(real.Output, ours.Output);
    }

    private static HashSet<string> Lines(CodexResult result) => [.. result.Output.Split('\n')];

    private static async Task<CodexResult> RunAsync(
        string executable, TempDirectory files, string side, int seed, bool asNobody, string searchPath)
    {
        foreach (var file in ProfileGenerator.Files)
            files.Write($"{side}/{file}", "content");
        var root = files[side];
        var roots = new[] { "/usr", Path.GetDirectoryName(Path.GetDirectoryName(executable))! };
        files.Write($"{side}/home/config.toml", new ProfileGenerator(seed).Write(root, roots));
        if (asNobody)
            await RunAsync(files.Root, [], "chown", "-R", $"{Nobody}:{Nobody}", root);
        return await RunAsync(
            Path.Combine(root, "ws"),
            new Dictionary<string, string> { ["CODEX_HOME"] = Path.Combine(root, "home"), ["HOME"] = root, ["PATH"] = searchPath },
            [
                .. asNobody ? ["setpriv", "--reuid", Nobody, "--regid", Nobody, "--clear-groups"] : Array.Empty<string>(),
                executable, "sandbox", "--", "/bin/sh", "-c", s_script, "sh", root, $"codex-{Path.GetFileName(files.Root)}-{side}",
            ]);
    }

    private static async Task<bool> CanRunAsNobodyAsync() =>
        (await RunAsync("/", [], "setpriv", "--reuid", Nobody, "--regid", Nobody, "--clear-groups", OurCodex.Executable, "--version")).ExitCode == 0;

    private static Task<CodexResult> RunAsync(string directory, Dictionary<string, string> environment, params IReadOnlyList<string> command)
    {
        environment.TryAdd("PATH", "/usr/bin:/bin");
        environment["DOTNET_ROOT"] = Environment.GetEnvironmentVariable("DOTNET_ROOT") ?? "";
        return CodexRun.RunAsync(
            new CodexCommand { Executable = "/usr/bin/env", Arguments = command, WorkingDirectory = directory, Environment = environment },
            TestContext.Current.CancellationToken);
    }
}
