using System.Text.Json;
using Codex.Platform;

namespace Codex.Exec.Prompts;

/// <summary>Reads the schema that the final message must follow. Only that it is JSON is checked here.</summary>
internal static class OutputSchemaFile
{
    /// <summary>The schema.</summary>
    /// <exception cref="ExecException">The file cannot be read or is no JSON.</exception>
    public static JsonElement Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return document.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            throw new ExecException(
                $"Output schema file {path} is not valid JSON: {exception.Message}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ExecException($"Failed to read output schema file {path}: {Errno.Describe(exception)}");
        }
    }
}
