using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Files;
using Codex.TestSupport.Running;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>Where commands in the shell that asks do better than in 0.136.0, and what hostile ones try there.</summary>
public sealed class PatchedShellTests
{
    private const string TouchAndShell = """
        prefix_rule(pattern=["touch"], decision="allow")
        prefix_rule(pattern=["sleep"], decision="allow")
        """;

    // Speaks to the server by itself: what a program inside of the sandbox says need not be true.
    private const string Forger = """
        import array, json, os, socket, struct, sys
        server = socket.socket(fileno=os.dup(int(os.environ["CODEX_ESCALATE_SOCKET"])))
        def ask(question, streams=None, raw=None):
            ours, theirs = socket.socketpair()
            server.sendmsg([b"\0"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [theirs.fileno()]))])
            theirs.close()
            say(ours, raw if raw is not None else json.dumps(question).encode())
            answer = hear(ours)
            if streams is None or not answer or "Escalate" not in answer: return answer
            say(ours, json.dumps({"fds": [number for number, _ in streams]}).encode(), [fd for _, fd in streams])
            return hear(ours)
        def say(stream, content, fds=()):
            stream.sendmsg([struct.pack("<I", len(content)) + content], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", fds))] if fds else [])
        def hear(stream):
            prefix = stream.recv(4)
            return stream.recv(struct.unpack("<I", prefix)[0], socket.MSG_WAITALL).decode() if len(prefix) == 4 else None
        def touch(path, file="/usr/bin/touch", name="touch", directory="/", **env):
            return ask({"file": file, "argv": [name, path], "workdir": directory, "env": {"PATH": "/usr/bin:/bin", **env}}, [(1, 1), (2, 2)])
        """;

    [Fact]
    public async Task A_command_that_takes_too_long_says_so() =>
        Assert.Contains("command timed out after", await RunAsync("if true; then sleep 60; fi", "", milliseconds: 1500), StringComparison.Ordinal);

    [Fact]
    public async Task A_command_that_the_sandbox_stops_is_answered_like_any_other() =>
        Assert.Contains("Exit code: 3", await RunAsync("if true; then touch /usr/nope; fi; exit 3", ""), StringComparison.Ordinal);

    [Fact]
    public async Task Programs_that_cannot_start_fail_as_in_other_shells()
    {
        var output = await RunAsync(
            "exec 2>&1; nosuchprogram; echo rc=$?; ./nofile; echo rc=$?; /usr; echo rc=$?; print 'echo script $1' > s; chmod +x s; ./s 1; ls \"$(printf '\\377')\"; echo rc=$?", "");
        Assert.Contains("zsh: command not found: nosuchprogram\\nrc=127\\nzsh: no such file or directory: ./nofile\\nrc=127\\nzsh: permission denied: /usr\\nrc=126\\nscript 1\\n", output, StringComparison.Ordinal);
        Assert.Contains("rc=2", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LD_PRELOAD=/nowhere.so touch {out}/made", false)]
    [InlineData("PATH=$PWD:$PATH touch {out}/made", false)]
    [InlineData("ln -s /usr/bin/touch touch; ./touch {out}/made", false)]
    [InlineData("cp /usr/bin/touch touch; $PWD/touch {out}/made", false)]
    [InlineData("FOO=bar touch {out}/made", true)]
    public async Task Code_of_the_command_does_not_leave_with_a_program_that_may(string command, bool leaves)
    {
        using var outside = new TempDirectory();
        await RunAsync($"if true; then {command.Replace("{out}", outside.Root, StringComparison.Ordinal)}; fi; true", TouchAndShell);
        Assert.Equal(leaves, File.Exists(outside["made"]));
    }

    [Fact]
    public async Task Forged_questions_open_nothing_that_rules_do_not()
    {
        using var outside = new TempDirectory();
        var output = await RunAsync(
            $$$"""
            cat > forger.py <<'END'
            {{{Forger}}}
            out = "{{{outside.Root}}}"
            print(touch(out + "/0"))
            print(touch(out + "/1", LD_PRELOAD="/nowhere.so"))
            print(touch(out + "/2", file="touch", directory=os.getcwd()))
            print(touch(out + "/3", file="/proc/self/cwd/touch", directory=os.getcwd()))
            print(touch(out + "/4", file=os.getcwd() + "/touch"))
            print(touch(out + "/5", file="/usr/bin/python3"))
            print(touch(out + "/6", directory="relative"))
            print(touch(out + "/7\0"))
            print(ask({"file": "/usr/bin/touch", "argv": ["touch", out + "/8"], "workdir": "/", "env": {}}, [(1, 1), (40, 2)]))
            print(ask(None, raw=b"\xff" * 100))
            os.dup2(os.open("/usr/bin", os.O_RDONLY), 9)
            print(ask({"file": "/usr/bin/touch", "argv": ["touch", out + "/9"], "workdir": "/", "env": {}}, [(0, 9)]))
            print(server.type == socket.SOCK_SEQPACKET)
            END
            if true; then cp /usr/bin/true touch; python3 forger.py; fi
            """,
            TouchAndShell);
        Assert.Equal(["0", "9"], Directory.GetFiles(outside.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains("True\\n", output, StringComparison.Ordinal);
        Assert.Contains("None\\nNone\\nNone\\nNone\\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_program_outside_survives_a_killed_codex()
    {
        using var package = await PatchedShellPackage.CreateAsync(Assert.Skip);
        var scenario = PatchedShellScenarios.Watched(package, "workspace-write", TouchAndShell, Call("if true; then touch started; sleep 300; fi", 60_000), Model.Says("ok"));
        scenario = scenario with
        {
            Runs =
            [
                scenario.Runs[0] with
                {
                    During = async side =>
                    {
                        await side.WaitForFileAsync("started", TestContext.Current.CancellationToken);
                        side.Codex.Signal(Signals.Kill);
                    },
                },
            ],
        };
        Assert.Empty((await ObserveAsync(scenario)).Lines[Facet.Strays]);
    }

    private static async Task<string> RunAsync(string command, string rules, int milliseconds = 30_000)
    {
        using var package = await PatchedShellPackage.CreateAsync(Assert.Skip);
        var observation = await ObserveAsync(PatchedShellScenarios.Watched(package, "workspace-write", rules, Call(command, milliseconds), Model.Says("ok")));
        return observation.Lines[Facet.Requests].Single(static line => line.Contains("function_call_output", StringComparison.Ordinal));
    }

    private static TestSupport.Http.Reply Call(string command, int milliseconds) =>
        Model.Produces(OutputItem.FunctionCall("c1", "shell_command", OutputItem.Json(("command", command), ("timeout_ms", milliseconds))));

    private static async Task<Observation> ObserveAsync(Scenario scenario)
    {
        var oracle = await Oracle.RequireAsync(Assert.Skip);
        using var directory = new TempDirectory();
        return await new SideRunner("ours", OurCodex.Executable, oracle, directory).RunAsync(scenario, TestContext.Current.CancellationToken);
    }
}
