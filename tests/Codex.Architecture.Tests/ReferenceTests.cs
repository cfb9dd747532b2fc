using System.Xml.Linq;

namespace Codex.Architecture.Tests;

public sealed class ReferenceTests
{
    private static readonly string[] s_floor = ["Codex.Protocol", "Codex.Platform", "Codex.Formats"];
    private static readonly string[] s_siblings = ["Codex.Execution", "Codex.Storage", "Codex.Backend", "Codex.Extensions"];
    private static readonly string[] s_frontEnd = ["Codex.AppServer.Protocol", "Codex.Terminal", .. s_floor];

    private static readonly Dictionary<string, string[]> s_allowed = new()
    {
        ["Codex.Formats"] = [],
        ["Codex.Platform"] = [],
        ["Codex.Protocol"] = [],
        ["Codex.AppServer.Protocol"] = ["Codex.Protocol"],
        ["Codex.Terminal"] = ["Codex.Platform", "Codex.Formats"],
        ["Codex.Configuration"] = s_floor,
        ["Codex.Backend"] = ["Codex.Configuration", .. s_floor],
        ["Codex.Storage"] = ["Codex.Configuration", .. s_floor],
        ["Codex.Execution"] = ["Codex.Configuration", .. s_floor],
        ["Codex.ExecServer"] = ["Codex.Execution", "Codex.Backend", "Codex.Configuration", .. s_floor],
        ["Codex.Extensions"] = ["Codex.Backend", "Codex.Configuration", .. s_floor],
        ["Codex.Tools"] = [.. s_siblings, "Codex.Configuration", .. s_floor],
        ["Codex.Engine"] = ["Codex.Tools", .. s_siblings, "Codex.Configuration", .. s_floor],
        ["Codex.AppServer"] = ["Codex.AppServer.Protocol", "Codex.Engine", "Codex.Configuration", .. s_floor],
        ["Codex.McpServer"] = ["Codex.Engine", "Codex.Configuration", .. s_floor],
        ["Codex.Exec"] = s_frontEnd,
        ["Codex.Tui"] = s_frontEnd,
        ["Codex.Telemetry"] = s_floor,
    };

    [Fact]
    public void Projects_reference_only_what_lies_below_them()
    {
        var violations =
            from project in SourceTree.Files("src", ".csproj")
            let name = Path.GetFileNameWithoutExtension(project)
            where name != "Codex.Cli"
            from reference in References(project)
            where !s_allowed.TryGetValue(name, out var allowed) || !allowed.Contains(reference)
            select $"{name} -> {reference}";
        Assert.Empty(violations);
    }

    [Fact]
    public void Every_project_has_its_place_in_the_table()
    {
        var unknown = SourceTree.Files("src", ".csproj").Select(Path.GetFileNameWithoutExtension)
            .Where(name => name != "Codex.Cli" && !s_allowed.ContainsKey(name!));
        Assert.Empty(unknown);
    }

    [Fact]
    public void The_engine_room_names_no_type_of_the_app_server()
    {
        var violations = SourceTree.Files("src/Codex.Engine", ".cs")
            .Where(file => File.ReadAllText(file).Contains("Codex.AppServer", StringComparison.Ordinal))
            .Select(SourceTree.Relative);
        Assert.Empty(violations);
    }

    private static IEnumerable<string> References(string project) =>
        XDocument.Load(project).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));
}
