using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Codex.Formats.Patch.Matching;
using Codex.Formats.Patch.Text;

namespace Codex.Formats.Patch;

/// <summary>What an update makes of the bytes of a file, or why it does not fit them.</summary>
public sealed record FileUpdate
{
    private FileUpdate(ReadOnlyMemory<byte> content) => Content = content;

    private FileUpdate(string problem) => Problem = problem;

    /// <summary>The new bytes: those that the chunks do not name are the old ones.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>Why a chunk has no place; null when all have one.</summary>
    public string? Problem { get; }

    /// <summary>Whether every chunk has a place.</summary>
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool Fits => Problem is null;

    /// <summary>Applies chunks to the bytes of a file.</summary>
    /// <param name="original">The file.</param>
    /// <param name="chunks">The chunks in file order.</param>
    /// <param name="displayPath">The file's absolute path for the problem text.</param>
    public static FileUpdate Compute(ReadOnlyMemory<byte> original, ImmutableArray<PatchChunk> chunks, string displayPath)
    {
        string? problem = null;
        foreach (var lines in TextLines.Read(original))
        {
            var planner = new ChunkPlanner(lines, displayPath);
            if (planner.TryPlan(chunks, out var plan))
                return new FileUpdate(new EditWriter(plan).Write());
            problem ??= planner.Problem;
        }

        return new FileUpdate(problem!);
    }

    /// <summary>The bytes of a file as text to show, its byte order mark included where it is UTF-8.</summary>
    public static string Decode(ReadOnlySpan<byte> content) => TextCoding.Detect(content).First().Decode(content);
}
