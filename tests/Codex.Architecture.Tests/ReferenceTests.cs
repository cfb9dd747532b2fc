using System.Xml.Linq;

namespace Codex.Architecture.Tests;

public sealed class ReferenceTests
{
    private static readonly string[] Floor = ["Codex.Protocol", "Codex.Platform", "Codex.Formats"];
    private static readonly string[] Siblings = ["Codex.Execution", "Codex.Storage", "Codex.Backend", "Codex.Extensions"];
    private static readonly string[] FrontEnd = ["Codex.AppServer.Protocol", "Codex.Terminal", .. Floor];

    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Codex.Formats"] = [],
        ["Codex.Platform"] = [],
        ["Codex.Protocol"] = [],
        ["Codex.AppServer.Protocol"] = ["Codex.Protocol"],
        ["Codex.Terminal"] = ["Codex.Platform", "Codex.Formats"],
        ["Codex.Configuration"] = Floor,
        ["Codex.Backend"] = ["Codex.Configuration", .. Floor],
        ["Codex.Storage"] = ["Codex.Configuration", .. Floor],
        ["Codex.Execution"] = ["Codex.Configuration", .. Floor],
        ["Codex.Extensions"] = ["Codex.Backend", "Codex.Configuration", .. Floor],
        ["Codex.Tools"] = [.. Siblings, "Codex.Configuration", .. Floor],
        ["Codex.Engine"] = ["Codex.Tools", .. Siblings, "Codex.Configuration", .. Floor],
        ["Codex.AppServer"] = ["Codex.AppServer.Protocol", "Codex.Engine", "Codex.Configuration", .. Floor],
        ["Codex.McpServer"] = ["Codex.Engine", "Codex.Configuration", .. Floor],
        ["Codex.Exec"] = FrontEnd,
        ["Codex.Tui"] = FrontEnd,
        ["Codex.Telemetry"] = Floor,
    };

    [Fact]
    public void Projects_reference_only_what_lies_below_them()
    {
        var violations =
            from project in SourceTree.Files("src", ".csproj")
            let name = Path.GetFileNameWithoutExtension(project)
            where name != "Codex.Cli"
            from reference in References(project)
            where !Allowed.TryGetValue(name, out var allowed) || !allowed.Contains(reference)
            select $"{name} -> {reference}";
        Assert.Empty(violations);
    }

    [Fact]
    public void Every_project_has_its_place_in_the_table()
    {
        var unknown = SourceTree.Files("src", ".csproj").Select(Path.GetFileNameWithoutExtension)
            .Where(name => name != "Codex.Cli" && !Allowed.ContainsKey(name!));
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
