using System.Reflection;

namespace Codex.Backend.Replay;

/// <summary>A recorded conversation with a model: what was asked, in outline, and what was answered. Format: <c>docs/replay.md</c>.</summary>
/// <param name="Name">What error messages call it.</param>
/// <param name="Exchanges">The exchanges in order.</param>
public sealed record Cassette(string Name, IReadOnlyList<CassetteExchange> Exchanges)
{
    private const string DefaultResource = "Codex.Backend.Replay.Cassettes.default.jsonl";

    /// <summary>The cassette that comes with the program: a command, a patch and an answer.</summary>
    public static Cassette Default()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(DefaultResource)
            ?? throw new InvalidOperationException($"resource {DefaultResource} is missing");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return CassetteReader.Read("default", bytes.ToArray());
    }

    /// <summary>Reads a cassette file.</summary>
    /// <exception cref="CassetteException">The file cannot be read or is no cassette.</exception>
    public static Cassette Load(string path)
    {
        try
        {
            return CassetteReader.Read(path, File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CassetteException($"cannot read replay cassette {path}: {exception.Message}", exception);
        }
    }
}
