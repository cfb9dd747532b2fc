using System.Diagnostics;
using Codex.TestSupport.Files;
using Codex.TestSupport.Running;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>Both programs under the name of the execve wrapper, spoken to by a server of the test: every byte is compared.</summary>
public sealed class ExecveWrapperTests
{
    private const string Server = """
        import array, os, socket, struct, subprocess, sys
        wrapper, kind, answer, *arguments = sys.argv[1:]
        ours, theirs = socket.socketpair(socket.AF_UNIX, getattr(socket, kind))
        os.set_inheritable(theirs.fileno(), True)
        process = subprocess.Popen(
            [wrapper, *arguments], cwd="/usr", pass_fds=[theirs.fileno()], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env={"CODEX_ESCALATE_SOCKET": str(theirs.fileno()), "EXEC_WRAPPER": wrapper, "DOTNET_ROOT": os.environ.get("DOTNET_ROOT", "")})
        def receive(stream):
            prefix, control, _, _ = stream.recvmsg(4, 256)
            count = sum(len(data) // 4 for _, _, data in control)
            for _, _, data in control:
                for number in array.array("i", data): os.close(number)
            return (count, stream.recv(struct.unpack("<I", prefix)[0], socket.MSG_WAITALL)) if len(prefix) == 4 else None
        def send(content): stream.sendall(struct.pack("<I", len(content)) + content)
        content, control, _, _ = ours.recvmsg(8192, 256)
        print("handshake", content, [len(data) for _, _, data in control])
        stream = socket.socket(fileno=array.array("i", control[0][2])[0])
        stream.setblocking(True)
        print("question", receive(stream))
        send(answer.encode())
        if "Escalate" in answer:
            print("streams", receive(stream))
            send(b'{"exit_code":42}')
        output, error = process.communicate(timeout=30)
        print("end", process.returncode, output, error)
        """;

    [Theory]
    [InlineData("SOCK_DGRAM", """{"action":"Run"}""", "/bin/echo", "echo", "a \"b\"\nä")]
    [InlineData("SOCK_SEQPACKET", """{"action":"Run"}""", "/bin/sh", "name", "-c", "echo $0; exit 9")]
    [InlineData("SOCK_DGRAM", """{"action":{"Deny":{"reason":null}}}""", "/bin/echo", "echo")]
    [InlineData("SOCK_SEQPACKET", """{"action":{"Deny":{"reason":"because"}}}""", "relative/echo", "echo")]
    [InlineData("SOCK_DGRAM", """{"action":"Escalate"}""", "/bin/echo", "echo", "x")]
    [InlineData("SOCK_SEQPACKET", """{"action":"Escalate"}""", "/bin/echo")]
    public async Task The_wrapper_speaks_as_that_of_0_136_0(string kind, string answer, params string[] arguments)
    {
        var oracle = await Oracle.RequireAsync(Assert.Skip);
        var (real, _) = await RunAsync(oracle, [kind, answer, .. arguments]);
        var (ours, _) = await RunAsync(OurCodex.Executable, [kind, answer, .. arguments]);
        Assert.StartsWith("handshake", real, StringComparison.Ordinal);
        Assert.Equal(real, ours);
    }

    [Theory]
    [InlineData("{\"action\":\"Other\"}")]
    [InlineData("nonsense")]
    public async Task An_answer_without_sense_starts_nothing(string answer)
    {
        var (ours, _) = await RunAsync(OurCodex.Executable, ["SOCK_DGRAM", answer, "/bin/echo", "echo"]);
        Assert.Contains("end 1 b'' b'Execution denied", ours, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("x")]
    [InlineData("-1")]
    [InlineData("77")]
    public async Task Without_a_server_the_wrapper_fails(string? number)
    {
        var oracle = await Oracle.RequireAsync(Assert.Skip);
        foreach (var program in new[] { oracle, OurCodex.Executable })
        {
            using var links = new TempDirectory();
            var start = new ProcessStartInfo(Link(program, links), ["/bin/echo", "echo"]) { RedirectStandardOutput = true, RedirectStandardError = true };
            start.Environment["CODEX_ESCALATE_SOCKET"] = number;
            Assert.Equal(("", 1), await EndAsync(start));
        }
    }

    private static async Task<(string Output, int ExitCode)> RunAsync(string program, IReadOnlyList<string> arguments)
    {
        using var links = new TempDirectory();
        return await EndAsync(new ProcessStartInfo("python3", ["-c", Server, Link(program, links), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true });
    }

    private static async Task<(string Output, int ExitCode)> EndAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (output, process.ExitCode);
    }

    private static string Link(string program, TempDirectory links)
    {
        var link = links["codex-execve-wrapper"];
        File.CreateSymbolicLink(link, program);
        return link;
    }
}
