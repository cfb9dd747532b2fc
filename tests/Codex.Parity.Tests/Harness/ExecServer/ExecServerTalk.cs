using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Codex.Parity.Tests.Harness.ExecServer;

/// <summary>
/// Talks to a running <c>codex exec-server</c> and notes what it says: answers in order, and what it tells of each process
/// in the order of its numbers, because the two reach the client as they please.
/// </summary>
internal sealed partial class ExecServerTalk : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly List<string> _notes = [];
    private readonly SortedDictionary<string, SortedDictionary<int, string>> _news = new(StringComparer.Ordinal);
    private int _lastId;

    /// <summary>Connects to a server by what it printed.</summary>
    public static async Task<ExecServerTalk> ConnectAsync(string url)
    {
        var talk = new ExecServerTalk();
        await talk._socket.ConnectAsync(new Uri(url), TestContext.Current.CancellationToken);
        return talk;
    }

    /// <summary>Says each line until the server is silent; those that are requests are answered before the next one.</summary>
    /// <param name="lines">What to say.</param>
    /// <param name="expand">Puts directories in place of their names.</param>
    public async Task SayAsync(IReadOnlyList<string> lines, Func<string, string> expand)
    {
        foreach (var line in lines)
        {
            if (!await SayAsync(line, expand))
                return;
        }
    }

    /// <summary>What was heard; times of files are left out.</summary>
    public IReadOnlyList<string> Notes() =>
        [.. _notes, .. _news.SelectMany(static process => process.Value.Values.Select(news => $"{process.Key}: {news}"))];

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();

    /// <summary>
    /// A line is <c>method {params}</c>, or <c>!anything</c> to be sent as it is; <c>~method {params}</c> waits until the
    /// process that it starts is over.
    /// </summary>
    private async Task<bool> SayAsync(string line, Func<string, string> expand)
    {
        var waits = line.StartsWith('~');
        var words = line.TrimStart('~').Split(' ', 2);
        var id = (++_lastId).ToString(CultureInfo.InvariantCulture);
        var isRaw = line.StartsWith('!');
        var isNotification = words[0] == "initialized";
        await SendAsync(expand(isRaw ? line[1..] : isNotification ? """{"method":"initialized"}""" : $$"""{"id":{{id}},"method":"{{words[0]}}","params":{{(words.Length > 1 ? words[1] : "null")}}}"""));
        if (isNotification)
            return true;
        _notes.Add($"> {line}");
        return await HearAsync(message => message.TryGetProperty("id", out _))
            && (!waits || IsOver(words[1]) || await HearAsync(_ => IsOver(words[1])));
    }

    // What is told of a process may arrive before the answer to its start.
    private bool IsOver(string start)
    {
        using var parameters = JsonDocument.Parse(start);
        return _news.TryGetValue(parameters.RootElement.GetProperty("processId").GetString()!, out var news)
            && news.Values.Last().Contains("process/closed", StringComparison.Ordinal);
    }

    private Task SendAsync(string text) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);

    private async Task<bool> HearAsync(Predicate<JsonElement> isEnough)
    {
        while (await ReadAsync() is { } text)
        {
            using var document = JsonDocument.Parse(text);
            Note(document.RootElement, text);
            if (isEnough(document.RootElement))
                return true;
        }

        _notes.Add("(closed)");
        return false;
    }

    private void Note(JsonElement message, string text)
    {
        var shown = FileTime().Replace(text, "\"modifiedAtMs\":<time>");
        shown = Peer().Replace(shown, "<peer>");
        shown = SessionId().Replace(shown, "<session>");
        if (Method(message)?.StartsWith("process/", StringComparison.Ordinal) != true)
        {
            _notes.Add(shown);
            return;
        }

        var parameters = message.GetProperty("params");
        var process = parameters.GetProperty("processId").GetString()!;
        if (!_news.TryGetValue(process, out var news))
            _news.Add(process, news = []);
        news.Add(parameters.GetProperty("seq").GetInt32(), shown);
    }

    private static string? Method(JsonElement message) => message.TryGetProperty("method", out var method) ? method.GetString() : null;

    private async Task<string?> ReadAsync()
    {
        using var message = new MemoryStream();
        var buffer = new byte[64 * 1024];
        try
        {
            WebSocketReceiveResult part;
            do
            {
                part = await _socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
                message.Write(buffer.AsSpan(0, part.Count));
            }
            while (!part.EndOfMessage);
            return part.MessageType == WebSocketMessageType.Close ? null : Encoding.UTF8.GetString(message.ToArray());
        }
        catch (WebSocketException)
        {
            return null;
        }
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex SessionId();

    [GeneratedRegex("\"modifiedAtMs\":\\d+")]
    private static partial Regex FileTime();

    [GeneratedRegex(@"127\.0\.0\.1:\d+")]
    private static partial Regex Peer();
}
