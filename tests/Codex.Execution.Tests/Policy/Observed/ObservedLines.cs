using System.Text.Json;

namespace Codex.Execution.Tests.Policy.Observed;

/// <summary>Reads the files of observations, one JSON object a line.</summary>
internal static class ObservedLines
{
    public static IEnumerable<JsonElement> Read(string file)
    {
        using var reader = new StreamReader(typeof(ObservedLines).Assembly.GetManifestResourceStream(file)!);
        while (reader.ReadLine() is { } line)
        {
            yield return JsonDocument.Parse(line).RootElement;
        }
    }
}
