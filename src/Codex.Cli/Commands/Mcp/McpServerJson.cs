using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Codex.Backend.McpAuth;
using Codex.Configuration.Sections;
using Codex.Formats.Json;

namespace Codex.Cli.Commands.Mcp;

/// <summary>Servers as JSON, in the original's order of members.</summary>
internal static class McpServerJson
{
    /// <summary>All servers with how the user is logged in to them.</summary>
    public static string List(IEnumerable<KeyValuePair<string, McpServerSection>> servers, IReadOnlyDictionary<string, McpAuthStatus> logins) => Write(writer =>
    {
        writer.WriteStartArray();
        foreach (var (name, server) in servers)
        {
            WriteStart(writer, name, server);
            WriteTimeouts(writer, server);
            writer.WriteString("auth_status", McpServerText.LoginWord(logins[name]));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    /// <summary>One server.</summary>
    public static string One(string name, McpServerSection server) => Write(writer =>
    {
        WriteStart(writer, name, server);
        WriteTexts(writer, "enabled_tools", server.EnabledTools);
        WriteTexts(writer, "disabled_tools", server.DisabledTools);
        WriteTimeouts(writer, server);
        writer.WriteEndObject();
    });

    private static string Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = CompactJsonEncoder.Instance }))
            write(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void WriteStart(Utf8JsonWriter writer, string name, McpServerSection server)
    {
        writer.WriteStartObject();
        writer.WriteString("name", name);
        writer.WriteBoolean("enabled", server.Enabled);
        writer.WriteString("disabled_reason", server.DisabledReason);
        writer.WriteStartObject("transport");
        if (server.Url is null)
            WriteCommand(writer, server);
        else
            WriteAddress(writer, server);
        writer.WriteEndObject();
    }

    private static void WriteCommand(Utf8JsonWriter writer, McpServerSection server)
    {
        writer.WriteString("type", "stdio");
        writer.WriteString("command", server.Command);
        WriteTexts(writer, "args", server.Args ?? []);
        WritePairs(writer, "env", server.Env);
        writer.WriteStartArray("env_vars");
        foreach (var variable in server.EnvVars ?? [])
            WriteVariable(writer, variable);
        writer.WriteEndArray();
        writer.WriteString("cwd", server.Cwd);
    }

    private static void WriteVariable(Utf8JsonWriter writer, McpEnvironmentVariable variable)
    {
        if (!variable.IsTable)
        {
            writer.WriteStringValue(variable.Name);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("name", variable.Name);
        if (variable.Source is { } source)
            writer.WriteString("source", source);
        writer.WriteEndObject();
    }

    private static void WriteAddress(Utf8JsonWriter writer, McpServerSection server)
    {
        writer.WriteString("type", "streamable_http");
        writer.WriteString("url", server.Url);
        writer.WriteString("bearer_token_env_var", server.BearerTokenEnvVar);
        WritePairs(writer, "http_headers", server.HttpHeaders);
        WritePairs(writer, "env_http_headers", server.EnvHttpHeaders);
    }

    private static void WriteTimeouts(Utf8JsonWriter writer, McpServerSection server)
    {
        WriteSeconds(writer, "startup_timeout_sec", server.StartupTimeout);
        WriteSeconds(writer, "tool_timeout_sec", server.ToolTimeout);
    }

    // A whole number of seconds keeps its decimal point.
    private static void WriteSeconds(Utf8JsonWriter writer, string name, TimeSpan? time)
    {
        writer.WritePropertyName(name);
        if (time is { } given)
            writer.WriteRawValue(given.TotalSeconds.ToString("0.0##########", CultureInfo.InvariantCulture));
        else
            writer.WriteNullValue();
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IReadOnlyList<string>? texts)
    {
        if (texts is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartArray(name);
        foreach (var text in texts)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    private static void WritePairs(Utf8JsonWriter writer, string name, IReadOnlyDictionary<string, string>? pairs)
    {
        if (pairs is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        foreach (var (key, value) in pairs.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
            writer.WriteString(key, value);
        writer.WriteEndObject();
    }
}
