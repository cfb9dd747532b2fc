using System.Text;
using System.Text.Json;
using Codex.Protocol;
using Codex.Protocol.Rollouts;

namespace Codex.Storage.Rollouts;

/// <summary>What a listing says about a thread; read from the head and the tail of its file, whatever its size.</summary>
public sealed record RolloutSummary
{
    private const int HeadLines = 210;
    private const int TailBlock = 1 << 16;

    /// <summary>The thread.</summary>
    public required string ThreadId { get; init; }

    /// <summary>Kind of front-end that started the thread, such as <c>cli</c>; null for sub-agents and custom ones.</summary>
    public string? Source { get; init; }

    /// <summary>Whether a user started the thread in an interface and not by <c>codex exec</c> or another program.</summary>
    public bool IsInteractive => Source is "cli" or "vscode";

    /// <summary>Provider the thread was started with.</summary>
    public string? ModelProvider { get; init; }

    /// <summary>Where the last turn ran, or where the thread was started.</summary>
    public required string LastWorkingDirectory { get; init; }

    /// <summary>The first message of the user; null when none was found near the start.</summary>
    public string? FirstUserMessage { get; init; }

    /// <summary>Whether the user said anything: other threads are not listed.</summary>
    public bool HasUserMessage => FirstUserMessage is not null;

    /// <summary>Reads a file; null when it is not a readable rollout.</summary>
    public static RolloutSummary? TryRead(string path)
    {
        try
        {
            return ReadHead(path) is { } head ? head with { LastWorkingDirectory = LastTurnDirectory(path) ?? head.LastWorkingDirectory } : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    private static RolloutSummary? ReadHead(string path)
    {
        RolloutSummary? summary = null;
        foreach (var line in File.ReadLines(path, Encoding.UTF8).Take(HeadLines))
        {
            var bytes = Encoding.UTF8.GetBytes(line).AsSpan().Trim((byte)' ');
            if (bytes.IsEmpty || !TryReadLine(bytes, out var type, out var payload))
                continue;
            if (type == RolloutLineType.SessionMeta && summary is null)
                summary = FromMeta(payload);
            if (summary is not null && type == RolloutLineType.EventMessage && RolloutLineHead.PayloadIs(payload, "user_message"u8))
                return summary with { FirstUserMessage = StringMember(payload, "message") };
        }

        return summary;
    }

    private static bool TryReadLine(ReadOnlySpan<byte> line, out RolloutLineType type, out ReadOnlySpan<byte> payload)
    {
        try
        {
            return RolloutLineHead.TryRead(line, out type, out payload);
        }
        catch (JsonException)
        {
            type = RolloutLineType.Unknown;
            payload = default;
            return false;
        }
    }

    private static RolloutSummary? FromMeta(ReadOnlySpan<byte> payload)
    {
        var meta = JsonSerializer.Deserialize(payload, EngineJson.Default.SessionMeta);
        return meta is null
            ? null
            : new RolloutSummary { ThreadId = meta.Id, ModelProvider = meta.ModelProvider, LastWorkingDirectory = meta.Cwd, Source = SourceOf(meta) };
    }

    // Lines of the first versions have no source; those threads are of the editor.
    private static string? SourceOf(SessionMeta meta) => meta.Source.ValueKind switch
    {
        JsonValueKind.Undefined => "vscode",
        JsonValueKind.String => meta.Source.GetString(),
        _ => null,
    };

    // Walks back from the end block by block until a turn context line is whole in the window.
    private static string? LastTurnDirectory(string path)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var length = RandomAccess.GetLength(file);
        var window = Array.Empty<byte>();
        var start = length;
        while (start > 0)
        {
            var size = (int)Math.Min(start, Math.Max(TailBlock, window.Length));
            start -= size;
            var larger = new byte[size + window.Length];
            RandomAccess.Read(file, larger.AsSpan(0, size), start);
            window.CopyTo(larger, size);
            window = larger;
            if (FindTurnDirectory(window, wholeFirstLine: start == 0) is { } directory)
                return directory;
        }

        return null;
    }

    private static string? FindTurnDirectory(ReadOnlySpan<byte> window, bool wholeFirstLine)
    {
        while (!window.IsEmpty)
        {
            var lineStart = window.LastIndexOf((byte)'\n') + 1;
            var line = window[lineStart..];
            if ((lineStart > 0 || wholeFirstLine)
                && TryReadLine(line, out var type, out var payload)
                && type == RolloutLineType.TurnContext
                && StringMember(payload, "cwd") is { } directory)
            {
                return directory;
            }

            window = lineStart == 0 ? default : window[..(lineStart - 1)];
        }

        return null;
    }

    private static string? StringMember(ReadOnlySpan<byte> payload, string name)
    {
        try
        {
            var reader = new Utf8JsonReader(payload);
            using var document = JsonDocument.ParseValue(ref reader);
            return document.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
