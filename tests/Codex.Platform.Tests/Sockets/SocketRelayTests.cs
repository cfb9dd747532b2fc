using System.IO.Pipelines;
using System.Net.Sockets;
using System.Text;
using Codex.Platform.Sockets;
using Codex.TestSupport.Files;

namespace Codex.Platform.Tests.Sockets;

public sealed class SocketRelayTests : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    // Whoever writes never waits for a reader that has gone.
    private readonly Pipe _input = new(new PipeOptions(pauseWriterThreshold: 0));
    private readonly MemoryStream _output = new();

    public SocketRelayTests()
    {
        _listener.Bind(new UnixDomainSocketEndPoint(_directory["s"]));
        _listener.Listen();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_end_of_the_input_is_passed_on_and_the_answer_still_arrives()
    {
        using var relay = await SocketRelay.ConnectAsync(_directory["s"], Cancellation);
        var run = relay.RunAsync(_input.Reader.AsStream(), _output, Cancellation);
        using var peer = await _listener.AcceptAsync(Cancellation);

        await _input.Writer.WriteAsync("hello"u8.ToArray(), Cancellation);
        await _input.Writer.CompleteAsync();
        var received = await ReadToEndAsync(peer);
        await peer.SendAsync("after"u8.ToArray(), Cancellation);
        peer.Close();
        await run.WaitAsync(Cancellation);

        Assert.Equal(("hello", "after"), (received, Encoding.ASCII.GetString(_output.ToArray())));
    }

    [Fact]
    public async Task A_peer_that_ends_first_leaves_the_input_open()
    {
        using var relay = await SocketRelay.ConnectAsync(_directory["s"], Cancellation);
        var run = relay.RunAsync(_input.Reader.AsStream(), _output, Cancellation);
        using (var peer = await _listener.AcceptAsync(Cancellation))
        {
            await peer.SendAsync("bye"u8.ToArray(), Cancellation);
            peer.Shutdown(SocketShutdown.Send);
            await _input.Writer.WriteAsync("more"u8.ToArray(), Cancellation);
            await _input.Writer.CompleteAsync();
            Assert.Equal("more", await ReadToEndAsync(peer));
        }

        await run.WaitAsync(Cancellation);
        Assert.Equal("bye", Encoding.ASCII.GetString(_output.ToArray()));
    }

    [Fact]
    public async Task Input_that_nobody_takes_any_more_is_a_failure()
    {
        using var relay = await SocketRelay.ConnectAsync(_directory["s"], Cancellation);
        var run = relay.RunAsync(_input.Reader.AsStream(), _output, Cancellation);
        (await _listener.AcceptAsync(Cancellation)).Close();

        while (!run.IsCompleted)
        {
            await _input.Writer.WriteAsync("x"u8.ToArray(), Cancellation);
            await Task.Yield();
        }

        var exception = await Assert.ThrowsAsync<SocketRelayException>(() => run);
        Assert.Equal("failed to relay data between stdio and socket", exception.Message);
        Assert.Equal(["failed to copy data from stdin to socket", "Broken pipe (os error 32)"], exception.Causes);
    }

    [Fact]
    public async Task What_cannot_be_connected_to_is_named()
    {
        File.WriteAllText(_directory["file"], "");

        Assert.Equal("No such file or directory (os error 2)", await CauseAsync(_directory["none"]));
        Assert.Equal("Connection refused (os error 111)", await CauseAsync(_directory["file"]));
        Assert.Equal("path must be shorter than SUN_LEN", await CauseAsync(_directory[new string('x', 200)]));
    }

    public void Dispose()
    {
        _listener.Dispose();
        _directory.Dispose();
    }

    private static async Task<string> CauseAsync(string path)
    {
        var exception = await Assert.ThrowsAsync<SocketRelayException>(() => SocketRelay.ConnectAsync(path, Cancellation));
        Assert.Equal($"failed to connect to socket at {path}", exception.Message);
        return Assert.Single(exception.Causes);
    }

    private static async Task<string> ReadToEndAsync(Socket socket)
    {
        var text = "";
        var buffer = new byte[4096];
        while (await socket.ReceiveAsync(buffer, Cancellation) is > 0 and var count)
            text += Encoding.ASCII.GetString(buffer, 0, count);
        return text;
    }
}
