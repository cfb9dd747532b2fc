using System.IO.Pipes;
using System.Text;
using System.Text.Json;
using Codex.ExecServer.Server;

namespace Codex.ExecServer.Tests.Server;

/// <summary>A client that talks to a server line by line.</summary>
public sealed class TestClient : IAsyncDisposable
{
    private readonly AnonymousPipeServerStream _toServer = new(PipeDirection.Out);
    private readonly AnonymousPipeServerStream _fromServer = new(PipeDirection.In);
    private readonly StreamReader _reader;
    private readonly Task _serving;
    private readonly List<JsonElement> _passed = [];
    private int _lastId;

    public TestClient(ExecServerHost host)
    {
        var input = new AnonymousPipeClientStream(PipeDirection.In, _toServer.ClientSafePipeHandle);
        var output = new AnonymousPipeClientStream(PipeDirection.Out, _fromServer.ClientSafePipeHandle);
        _reader = new StreamReader(_fromServer, Encoding.UTF8);
        _serving = Task.Run(() => host.ServeAsync(input, output, CancellationToken.None));
    }

    /// <summary>Ends when the server is done with this client.</summary>
    public Task Served => _serving;

    /// <summary>The handshake; gives the session's id.</summary>
    public async Task<string> IntroduceAsync(string? resumed = null)
    {
        var answer = await AskAsync("initialize", $$"""{"clientName":"test","resumeSessionId":{{(resumed is null ? "null" : $"\"{resumed}\"")}}}""");
        await SendAsync("""{"method":"initialized"}""");
        return answer.GetProperty("result").GetProperty("sessionId").GetString()!;
    }

    /// <summary>Sends a line.</summary>
    public async Task SendAsync(string line) => await _toServer.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"));

    /// <summary>Sends a request and waits for its answer.</summary>
    public async Task<JsonElement> AskAsync(string method, string parameters)
    {
        var id = ++_lastId;
        await SendAsync($$"""{"id":{{id}},"method":"{{method}}","params":{{parameters}}}""");
        return await NextAsync(message => message.TryGetProperty("id", out var answered) && answered.GetInt32() == id);
    }

    /// <summary>Starts a process by a shell script.</summary>
    public Task<JsonElement> StartAsync(string id, string script, string more = "\"tty\":false") => AskAsync(
        "process/start",
        $$"""{"processId":"{{id}}","argv":["/bin/sh","-c","{{JsonEncodedText.Encode(script)}}"],"cwd":"/","env":{"PATH":"/usr/bin:/bin"},{{more}}}""");

    /// <summary>The next notification of this kind.</summary>
    public Task<JsonElement> HearAsync(string method) =>
        NextAsync(message => message.TryGetProperty("method", out var name) && name.GetString() == method);

    /// <summary>The next message of any kind; null at the end.</summary>
    public async Task<JsonElement?> ReadAsync()
    {
        if (await _reader.ReadLineAsync(TestContext.Current.CancellationToken) is not { } line)
            return null;
        using var document = JsonDocument.Parse(line);
        return document.RootElement.Clone();
    }

    /// <summary>Ends what is sent to the server; answers can still be read.</summary>
    public void EndInput() => _toServer.Dispose();

    public async ValueTask DisposeAsync()
    {
        await _toServer.DisposeAsync();
        await _serving;
        _reader.Dispose();
    }

    // What comes before is kept for whoever waits for it later.
    private async Task<JsonElement> NextAsync(Predicate<JsonElement> isWanted)
    {
        var known = _passed.FindIndex(isWanted);
        if (known >= 0)
        {
            var found = _passed[known];
            _passed.RemoveAt(known);
            return found;
        }

        while (await ReadAsync() is { } message)
        {
            if (isWanted(message))
                return message;
            _passed.Add(message);
        }

        throw new EndOfStreamException("the server has ended");
    }
}
