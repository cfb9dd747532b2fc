using System.Text;
using Codex.Configuration.Ignoring;
using Codex.Platform;

namespace Codex.Engine.Context;

/// <summary>
/// The user's and the project's AGENTS.md files as one text (<c>codex-rs/core/src/agents_md.rs</c>): the global file
/// first, then those from the project's root down to the working directory, bounded in size.
/// </summary>
internal sealed class AgentsInstructions(
    string? codexHome, string workingDirectory, ProjectInstructionsOptions options, Action<string, string> log)
{
    private const string OverrideName = "AGENTS.override.md";
    private const string DefaultName = "AGENTS.md";
    private const string LogModule = "codex_core::agents_md";
    private const string ProjectBoundary = "\n\n--- project-doc ---\n\n";

    /// <summary>Files of the project that are left alone.</summary>
    public AgentsIgnore Ignored { get; init; } = AgentsIgnore.None;

    /// <summary>The text, or null when there is none.</summary>
    public string? Read()
    {
        var global = codexHome is null ? null : ReadGlobal(codexHome);
        var project = TryReadProject();
        return (global, project) switch
        {
            (null, _) => project,
            (_, null) => global,
            _ => global + ProjectBoundary + project,
        };
    }

    /// <summary>The user message part that carries the text.</summary>
    public static string Render(string text, string workingDirectory) =>
        $"# AGENTS.md instructions for {workingDirectory}\n\n<INSTRUCTIONS>\n{text}\n</INSTRUCTIONS>";

    private static string? ReadGlobal(string codexHome)
    {
        foreach (var name in (ReadOnlySpan<string>)[OverrideName, DefaultName])
        {
            if (ReadGlobalText(Path.Combine(codexHome, name)) is { } text && text.Trim() is { Length: > 0 } trimmed)
                return trimmed;
        }

        return null;
    }

    private static string? ReadGlobalText(string path)
    {
        try
        {
            return File.Exists(path) ? Encoding.UTF8.GetString(File.ReadAllBytes(path)) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // One file of the project that cannot be read leaves out all of them: half the rules are worse than a message.
    private string? TryReadProject()
    {
        try
        {
            return ReadProject();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            log(LogModule, $"error trying to find AGENTS.md docs: {Errno.Describe(error)}");
            return null;
        }
    }

    private string? ReadProject()
    {
        if (options.MaximumBytes <= 0)
            return null;
        var left = options.MaximumBytes;
        List<string> texts = [];
        foreach (var directory in Directories())
        {
            if (left <= 0)
                break;
            if (FindFile(directory) is not { } file)
                continue;
            var content = File.ReadAllBytes(file);
            var kept = content.AsSpan(0, (int)Math.Min(content.Length, left));
            var text = Encoding.UTF8.GetString(kept);
            if (string.IsNullOrWhiteSpace(text))
                continue;
            left -= kept.Length;
            texts.Add(text);
        }

        return texts.Count == 0 ? null : string.Join("\n\n", texts);
    }

    private List<string> Directories()
    {
        List<string> chain = [];
        for (var current = workingDirectory; current is not null; current = Path.GetDirectoryName(current))
        {
            chain.Add(current);
            if (!IsRoot(current))
                continue;
            chain.Reverse();
            return chain;
        }

        return [workingDirectory];
    }

    private bool IsRoot(string directory)
    {
        foreach (var marker in options.RootMarkers)
        {
            if (Path.Exists(Path.Combine(directory, marker)))
                return true;
        }

        return false;
    }

    private string? FindFile(string directory)
    {
        foreach (var name in (IEnumerable<string>)[OverrideName, DefaultName, .. options.FallbackFileNames])
        {
            var path = Path.Combine(directory, name);
            if (name.Length > 0 && IsFile(path) && !Ignored.Denies(path))
                return path;
        }

        return null;
    }

    /// <summary>Whether there is a file; throws where the name leads nowhere but not because it is missing.</summary>
    private bool IsFile(string path)
    {
        if (File.Exists(path))
            return true;
        if (File.Exists(workingDirectory) || new FileInfo(path).LinkTarget is not null && !Directory.Exists(path))
            OpenUnlessMissing(path);
        return false;
    }

    private static void OpenUnlessMissing(string path)
    {
        try
        {
            File.OpenHandle(path).Dispose();
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
        }
    }
}
