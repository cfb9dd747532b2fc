using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Codex.Formats.Json;

namespace Codex.Execution.Escalation;

/// <summary>The messages of the protocol as JSON; the spelling is that of 0.136.0.</summary>
internal static class EscalationMessages
{
    private const string Run = "Run";
    private const string Escalate = "Escalate";
    private const string Deny = "Deny";

    private static readonly JsonWriterOptions s_options = new() { Encoder = CompactJsonEncoder.Instance, SkipValidation = true };

    /// <summary>The wrapper's question.</summary>
    internal static byte[] Question(InterceptedProgram program) => Write(writer =>
    {
        writer.WriteString("file", program.File);
        WriteList(writer, "argv", program.Arguments, static (writer, argument) => writer.WriteStringValue(argument));
        writer.WriteString("workdir", program.WorkingDirectory);
        writer.WriteStartObject("env");
        foreach (var (name, value) in program.Environment)
            writer.WriteString(name, value);
        writer.WriteEndObject();
    });

    /// <summary>The question in a frame.</summary>
    /// <exception cref="JsonException">There is none.</exception>
    internal static InterceptedProgram ReadQuestion(ReadOnlyMemory<byte> frame) => Read(frame, static root =>
    {
        var directory = Text(root, "workdir");
        if (!System.IO.Path.IsPathFullyQualified(directory) || directory.Contains('\0', StringComparison.Ordinal))
            throw new JsonException("workdir is not absolute");
        var arguments = root.GetProperty("argv").EnumerateArray().Select(Text).ToImmutableArray();
        var environment = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var variable in root.GetProperty("env").EnumerateObject())
            environment[Whole(variable.Name)] = Text(variable.Value);
        var file = Text(root, "file");
        return file.Length > 0 ? new InterceptedProgram(file, arguments, directory, environment) : throw new JsonException("file is empty");
    });

    /// <summary>Our answer.</summary>
    internal static byte[] Answer(EscalationDecision decision) => Write(writer =>
    {
        if (decision is not EscalationDecision.Deny deny)
        {
            writer.WriteString("action", decision is EscalationDecision.Run ? Run : Escalate);
            return;
        }

        writer.WriteStartObject("action");
        writer.WriteStartObject(Deny);
        writer.WriteString("reason", deny.Reason);
        writer.WriteEndObject();
        writer.WriteEndObject();
    });

    /// <summary>The answer in a frame; an escalated program's executable is not in it.</summary>
    /// <exception cref="JsonException">There is none.</exception>
    internal static EscalationDecision ReadAnswer(ReadOnlyMemory<byte> frame) => Read<EscalationDecision>(frame, static root =>
    {
        var action = root.GetProperty("action");
        if (action.ValueKind is JsonValueKind.Object)
            return new EscalationDecision.Deny(action.GetProperty(Deny).TryGetProperty("reason", out var reason) ? reason.GetString() : null);
        return action.GetString() switch
        {
            Run => new EscalationDecision.Run(),
            Escalate => new EscalationDecision.Escalate(""),
            _ => throw new JsonException("unknown action"),
        };
    });

    /// <summary>The numbers that the descriptors of a frame have in the program.</summary>
    internal static byte[] Streams(IReadOnlyList<int> numbers) =>
        Write(writer => WriteList(writer, "fds", numbers, static (writer, number) => writer.WriteNumberValue(number)));

    /// <summary>The numbers in a frame.</summary>
    /// <exception cref="JsonException">There are none.</exception>
    internal static int[] ReadStreams(ReadOnlyMemory<byte> frame) =>
        Read(frame, static root => root.GetProperty("fds").EnumerateArray().Select(static number => number.GetInt32()).ToArray());

    /// <summary>How an escalated program ended.</summary>
    internal static byte[] End(int exitCode) => Write(writer => writer.WriteNumber("exit_code", exitCode));

    /// <summary>The exit code in a frame.</summary>
    /// <exception cref="JsonException">There is none.</exception>
    internal static int ReadEnd(ReadOnlyMemory<byte> frame) => Read(frame, static root => root.GetProperty("exit_code").GetInt32());

    // Programs get strings that end at their first NUL.
    private static string Whole(string text) => text.Contains('\0', StringComparison.Ordinal) ? throw new JsonException("NUL in a string") : text;

    private static string Text(JsonElement element) => Whole(element.GetString() ?? throw new JsonException("null in place of a string"));

    private static string Text(JsonElement root, string name) => Text(root.GetProperty(name));

    private static T Read<T>(ReadOnlyMemory<byte> frame, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(frame);
            return read(document.RootElement);
        }
        catch (Exception error) when (error is InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new JsonException(error.Message, error);
        }
    }

    private static void WriteList<T>(Utf8JsonWriter writer, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
            write(writer, item);
        writer.WriteEndArray();
    }

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, s_options))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
