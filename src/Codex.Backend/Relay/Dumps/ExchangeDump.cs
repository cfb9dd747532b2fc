using System.Buffers;
using Codex.Platform;

namespace Codex.Backend.Relay.Dumps;

/// <summary>One request with its answer. A file that cannot be written is told and stops nothing.</summary>
/// <param name="answerPath">The file for the answer.</param>
/// <param name="request">The request's body.</param>
/// <param name="report">Tells the user.</param>
internal sealed class ExchangeDump(string answerPath, MemoryStream request, Action<string> report)
{
    private readonly ArrayBufferWriter<byte> _answer = new();
    private int _status;
    private KeyValuePair<string, string>[] _headers = [];

    /// <summary>The request's body, from its start.</summary>
    public Stream Body { get; } = new MemoryStream(request.GetBuffer(), 0, (int)request.Length, writable: false);

    /// <summary>Writes the request.</summary>
    public void WriteRequest(string path, IncomingRequest head)
    {
        if (TryWrite(path, DumpText.OfRequest(head, request.GetBuffer().AsMemory(0, (int)request.Length))) is { } reason)
            report($"responses-api-proxy failed to dump request: {reason}");
    }

    /// <summary>Takes note of the head of the answer.</summary>
    public void Begin(HttpResponseMessage response)
    {
        _status = (int)response.StatusCode;
        _headers = [.. AnswerHead.Lines(response)];
    }

    /// <summary>Takes note of a piece of the answer.</summary>
    public void Append(ReadOnlySpan<byte> piece) => _answer.Write(piece);

    /// <summary>Writes the answer, complete or not.</summary>
    public void Write()
    {
        if (TryWrite(answerPath, DumpText.OfAnswer(_status, _headers, _answer.WrittenMemory)) is { } reason)
            report($"responses-api-proxy failed to write {answerPath}: {reason}");
    }

    // What users and models say to each other is for the user's eyes only.
    private static string? TryWrite(string path, byte[] json)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            using var file = new FileStream(path, options);
            file.Write(json);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Errno.Describe(exception);
        }
    }
}
