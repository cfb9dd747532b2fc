using System.Globalization;
using Codex.Cli.Commands.Doctor.Report;
using Codex.Configuration.Layers;
using Codex.Configuration.Trust;

namespace Codex.Cli.Commands.Doctor.Checks;

/// <summary>What the title of the terminal would show.</summary>
internal static class TitleCheck
{
    private const int LongestProject = 24;
    private static readonly string[] s_default = ["activity", "project-name"];

    /// <summary>Makes the check.</summary>
    public static DoctorCheck Run(ConfiguredContext context)
    {
        var configured = context.Config.Settings.Tui?.TerminalTitle;
        var source = configured switch { null => "default", [] => "disabled", _ => "configured" };
        string[] items = [.. (configured ?? s_default).Select(TitleItems.Find).OfType<string>()];
        string[] unknown = [.. (configured ?? []).Where(static item => TitleItems.Find(item) is null).Distinct().Select(static item => $"\"{item}\"")];
        return new DoctorCheck
        {
            Id = "terminal.title",
            Category = "title",
            Status = unknown.Length == 0 ? DoctorStatus.Ok : DoctorStatus.Warning,
            Summary = $"terminal title {source}{(unknown.Length == 0 ? "" : " with unknown items")}",
            Details = Details(context, source, items, string.Join(", ", unknown)),
            Issues = unknown.Length == 0 ? [] : [Issue(string.Join(", ", unknown))],
        };
    }

    private static IReadOnlyList<DoctorDetail> Details(ConfiguredContext context, string source, string[] items, string unknown)
    {
        var details = new DetailList();
        details.Add("terminal title source", source);
        details.Add("terminal title items", items.Length == 0 ? "none" : string.Join(", ", items));
        details.Add("terminal title activity", items.Contains("activity"));
        details.AddIfAny("terminal title invalid items", unknown);
        if (!items.Contains("project-name"))
            return details.Details;
        var (origin, directory) = Project(context);
        details.Add("terminal title project source", origin);
        details.Add("terminal title project value", Shorten(Path.GetFileName(directory) is { Length: > 0 } name ? name : directory));
        return details.Details;
    }

    private static (string Origin, string Directory) Project(ConfiguredContext context)
    {
        var directory = context.Config.WorkingDirectory;
        if (RepositoryRoots.FindCheckout(directory) is { } root)
            return ("git repo root", root);
        var layer = context.Loaded.Layers.FirstOrDefault(static layer => layer.Kind == ConfigLayerKind.Project);
        return layer?.DotCodexFolder is { } folder && Path.GetDirectoryName(folder) is { } project ? ("project config", project) : ("cwd", directory);
    }

    private static string Shorten(string name)
    {
        var characters = new StringInfo(name);
        return characters.LengthInTextElements <= LongestProject ? name : characters.SubstringByTextElements(0, LongestProject - 3) + "...";
    }

    private static DoctorIssue Issue(string unknown) => new(DoctorStatus.Warning, "the title of the terminal is configured with unknown items")
    {
        Measured = unknown,
        Expected = "known items",
        Remedy = "Remove the unknown items from `terminal_title` in [tui].",
        Fields = ["terminal title invalid items"],
    };
}
