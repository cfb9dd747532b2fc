using System.Text;
using System.Text.Json;
using Codex.Formats.Json.Shapes;
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
            return JsonShapeCheck.TryParse(ReadText(path), JsonShape.Any, out var schema, out var problem)
                ? schema
                : throw new ExecException($"Output schema file {path} is not valid JSON: {problem}");
        }
        catch (DecoderFallbackException)
        {
            throw new ExecException($"Failed to read output schema file {path}: stream did not contain valid UTF-8");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ExecException($"Failed to read output schema file {path}: {Errno.Describe(exception)}");
        }
    }

    private static string ReadText(string path) =>
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(path));
}
