using System.Text;

namespace Codex.TestSupport.Http;

/// <summary>What the server answers to one request.</summary>
public sealed record Reply
{
    /// <summary>The status code.</summary>
    public int Status { get; init; } = 200;

    /// <summary>Headers besides those of the framing.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>How the body ends.</summary>
    public BodyFraming Framing { get; init; } = BodyFraming.Chunked;

    /// <summary>Whether the server says nothing at all, not even a status line, before the steps.</summary>
    public bool IsHeadless { get; init; }

    /// <summary>What happens after the header, in order.</summary>
    public IReadOnlyList<ReplyStep> Steps { get; init; } = [];

    /// <summary>Makes the reply from the request it answers, instead of the members above.</summary>
    public Func<CapturedRequest, Reply>? Make { get; init; }

    /// <summary>A reply that depends on the request.</summary>
    public static Reply To(Func<CapturedRequest, Reply> make) => new() { Make = make };

    /// <summary>An event stream of these complete event payloads, each written on its own.</summary>
    public static Reply Events(params IEnumerable<string> events) => new()
    {
        Headers = [new("content-type", "text/event-stream")],
        Steps = [.. events.Select(json => new ReplyStep.Write(SseBytes(json)))],
    };

    /// <summary>An event stream of exactly these bytes.</summary>
    public static Reply Raw(ReadOnlyMemory<byte> body) => Events() with { Steps = [new ReplyStep.Write(body)] };

    /// <summary>An event stream of exactly this text.</summary>
    public static Reply Raw(string body) => Raw(Encoding.UTF8.GetBytes(body));

    /// <summary>A plain answer, JSON when the body looks like it.</summary>
    public static Reply WithStatus(int status, string body = "") => new()
    {
        Status = status,
        Framing = BodyFraming.Length,
        Headers = [new("content-type", body.StartsWith('{') ? "application/json" : "text/plain")],
        Steps = [new ReplyStep.Write(Encoding.UTF8.GetBytes(body))],
    };

    /// <summary>Accepts a WebSocket; for the route <c>GET …/responses</c>.</summary>
    public static Reply Upgrade() => new() { Status = 101 };

    /// <summary>The bytes of one server-sent event; the event name is the payload's type.</summary>
    public static byte[] SseBytes(string json)
    {
        using var document = System.Text.Json.JsonDocument.Parse(json);
        var type = document.RootElement.GetProperty("type").GetString();
        return Encoding.UTF8.GetBytes($"event: {type}\ndata: {json}\n\n");
    }

    /// <summary>The same reply with one more header.</summary>
    public Reply WithHeader(string name, string value) => this with { Headers = [.. Headers, new(name, value)] };

    /// <summary>The same reply with more steps at its end.</summary>
    public Reply Then(params IEnumerable<ReplyStep> steps) => this with { Steps = [.. Steps, .. steps] };

    /// <summary>The same reply after a while of silence.</summary>
    public Reply After(TimeSpan time) => this with { Steps = [new ReplyStep.Pause(time), .. Steps] };

    /// <summary>The same body in pieces of that many bytes: cuts fall inside lines and characters.</summary>
    public Reply InPiecesOf(int size)
    {
        var body = Body();
        return this with { Steps = [.. Enumerable.Range(0, (body.Length + size - 1) / size).Select(Piece)] };
        ReplyStep Piece(int index) => new ReplyStep.Write(body.AsMemory(index * size, Math.Min(size, body.Length - (index * size))));
    }

    /// <summary>Only the first steps, then the given end.</summary>
    public Reply CutAfter(int steps, ReplyStep? end = null) =>
        this with { Steps = end is null ? [.. Steps.Take(steps)] : [.. Steps.Take(steps), end] };

    /// <summary>All bytes that the write steps hold.</summary>
    public byte[] Body()
    {
        using var body = new MemoryStream();
        foreach (var write in Steps.OfType<ReplyStep.Write>())
            body.Write(write.Bytes.Span);
        return body.ToArray();
    }
}
