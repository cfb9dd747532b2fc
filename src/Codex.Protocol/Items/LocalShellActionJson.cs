using System.Collections.Immutable;
using System.Text.Json;

namespace Codex.Protocol.Items;

/// <summary>Wire form of <see cref="LocalShellAction"/>.</summary>
internal static class LocalShellActionJson
{
    /// <exception cref="JsonException">It is not an action that 0.136.0 knows.</exception>
    public static LocalShellAction Read(JsonElement call)
    {
        var action = ItemJson.Required(call, "action", JsonValueKind.Object);
        if (ItemJson.RequiredString(action, "type") is not "exec" and var type)
            throw new JsonException($"unknown variant `{type}`, expected `exec`");
        return new LocalShellAction(
            [.. ItemJson.Required(action, "command", JsonValueKind.Array).EnumerateArray().Select(Text)],
            ItemJson.UnsignedInteger(action, "timeout_ms"),
            ItemJson.String(action, "working_directory"),
            ReadEnvironment(action),
            ItemJson.String(action, "user"));
    }

    public static void Write(Utf8JsonWriter writer, LocalShellAction action)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "exec"u8);
        writer.WriteStartArray("command"u8);
        foreach (var word in action.Command)
            writer.WriteStringValue(word);
        writer.WriteEndArray();
        if (action.TimeoutMilliseconds is { } timeout)
            writer.WriteNumber("timeout_ms"u8, timeout);
        else
            writer.WriteNull("timeout_ms"u8);
        writer.WriteString("working_directory"u8, action.WorkingDirectory);
        WriteEnvironment(writer, action.Environment);
        writer.WriteString("user"u8, action.User);
        writer.WriteEndObject();
    }

    private static ImmutableArray<KeyValuePair<string, string>>? ReadEnvironment(JsonElement action)
    {
        if (!action.TryGetProperty("env", out var variables) || variables.ValueKind == JsonValueKind.Null)
            return null;
        if (variables.ValueKind != JsonValueKind.Object)
            throw new JsonException("`env` is not an object");
        return [.. variables.EnumerateObject().Select(static variable => KeyValuePair.Create(variable.Name, Text(variable.Value)))];
    }

    private static void WriteEnvironment(Utf8JsonWriter writer, ImmutableArray<KeyValuePair<string, string>>? variables)
    {
        if (variables is not { } given)
        {
            writer.WriteNull("env"u8);
            return;
        }

        writer.WriteStartObject("env"u8);
        foreach (var (name, value) in given)
            writer.WriteString(name, value);
        writer.WriteEndObject();
    }

    private static string Text(JsonElement element) => element.ValueKind == JsonValueKind.String
        ? element.GetString()!
        : throw new JsonException("expected a string");
}
