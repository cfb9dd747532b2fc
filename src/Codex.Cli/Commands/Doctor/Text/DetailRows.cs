using Codex.Cli.Commands.Doctor.Report;

namespace Codex.Cli.Commands.Doctor.Text;

/// <summary>Chooses which facts of a check people see, in which order and under which name.</summary>
internal sealed class DetailRows(DoctorCheck check, DoctorTextOptions options)
{
    private const int ShownEntries = 3;
    private const int ShownItems = 7;
    private const string MoreWithAll = "(full list with --all)";

    private readonly List<DetailRow> _rows = [];
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>The lines of a check.</summary>
    public static IReadOnlyList<DetailRow> Of(DoctorCheck check, DoctorTextOptions options)
    {
        var rows = new DetailRows(check, options);
        rows.AddSpecial();
        rows.AddRest();
        return rows._rows;
    }

    private void AddSpecial()
    {
        switch (check.Category)
        {
            case "system":
                Hide("os type", "os version");
                Show(("os", "os"), ("os language", "OS language"), ("LC_ALL", "LC_ALL"), ("LC_CTYPE", "LC_CTYPE"), ("LANG", "LANG"));
                break;
            case "runtime":
                Hide("platform");
                Show(("version", "version"), ("install method", "install method"), ("commit", "commit"), ("current executable", "executable"));
                break;
            case "install":
                AddInstallation();
                break;
            case "git":
                AddGit();
                break;
            case "title":
                Show(
                    ("terminal title source", "title source"), ("terminal title items", "title items"), ("terminal title activity", "activity item"),
                    ("terminal title project source", "project source"), ("terminal title project value", "project value"));
                break;
            case "config":
                AddConfiguration();
                break;
            case "state":
                AddState();
                break;
        }
    }

    private void AddInstallation()
    {
        Hide("current executable", "PATH codex entries");
        Show(("install context", "context"));
        var root = Take("managed package root");
        var npm = YesNo(Take("managed by npm"));
        var bun = YesNo(Take("managed by bun"));
        Add("managed by", $"npm: {npm} · bun: {bun} · package root {(root is null or "not set" ? "—" : root)}");
        AddPathEntries("PATH codex #");
    }

    private void AddGit()
    {
        Hide("PATH git entries", "git build options");
        Show(
            ("selected git", "selected git"), ("git version", "version"), ("git exec path", "exec path"), ("repo detected", "repo detected"),
            ("repo root", "repo root"), (".git entry", ".git entry"), ("git branch", "branch"), ("core.fsmonitor", "core.fsmonitor"));
        AddPathEntries("PATH git #");
    }

    private void AddConfiguration()
    {
        Hide("CODEX_HOME", "log dir", "sqlite home");
        if (Take("model") is { } model)
            Add("model", Take("model provider") is { } provider ? $"{model} · {provider}" : model);
        Show(("cwd", "cwd"), ("config.toml", "config.toml"), ("config.toml parse", "config.toml parse"), ("config.toml read", "config.toml read"), ("mcp servers", "MCP servers"));
        AddFeatures();
        foreach (var alias in check.Details.Where(static detail => detail.Label == "legacy feature flag"))
            Add("legacy alias", alias.Value);
        Hide("legacy feature flag");
    }

    private void AddFeatures()
    {
        var count = Take("feature flags enabled") ?? "0";
        var overrides = Items(Take("feature flag overrides"));
        var enabled = Items(Take("enabled feature flags"));
        var hint = options.ShowsAll || count == "0" ? "" : " " + MoreWithAll;
        Add("feature flags", $"{count} enabled · {overrides.Length} overridden{hint}");
        AddItems("overrides", [.. overrides.Select(static item => item.Split('=')[0])]);
        if (options.ShowsAll)
            AddItems("enabled flags", enabled);
    }

    private void AddState()
    {
        Show(("CODEX_HOME", "CODEX_HOME"), ("log dir", "log dir"), ("sqlite home", "sqlite home"));
        foreach (var database in (string[])["state DB", "log DB", "goals DB", "memories DB"])
        {
            var integrity = Take(database + " integrity");
            if (Take(database) is { } path)
                Add(database, integrity is null ? path : $"{path} · integrity {integrity}");
        }

        AddRollouts("active rollout files", "active rollouts");
        AddRollouts("archived rollout files", "archived rollouts");
    }

    private void AddRollouts(string label, string name)
    {
        if (Take(label) is { } value)
            Add(name, RolloutCount.Parse(value)?.Describe() ?? value);
    }

    private void AddPathEntries(string prefix)
    {
        var entries = check.Details.Where(detail => detail.Label.StartsWith(prefix, StringComparison.Ordinal)).ToArray();
        foreach (var entry in entries)
            _used.Add(entry.Label);
        var shown = options.ShowsAll ? entries.Length : Math.Min(entries.Length, ShownEntries);
        for (var index = 0; index < shown; index++)
            _rows.Add(new DetailRow(index == 0 ? $"PATH entries ({entries.Length})" : null, entries[index].Value));
        if (shown < entries.Length)
            _rows.Add(new DetailRow(null, "… " + MoreWithAll));
    }

    private void AddItems(string label, string[] items)
    {
        if (items.Length == 0)
            return;
        var shown = options.ShowsAll ? items.Length : Math.Min(items.Length, ShownItems);
        Add(label, string.Join(", ", items[..shown]) + (shown < items.Length ? ", … " + MoreWithAll : ""));
    }

    private void AddRest()
    {
        foreach (var detail in check.Details)
        {
            if (!_used.Contains(detail.Label))
                Add(Name(detail.Label), detail.Value);
        }
    }

    private void Show(params ReadOnlySpan<(string Label, string Name)> facts)
    {
        foreach (var (label, name) in facts)
        {
            if (Take(label) is { } value)
                Add(name, value);
        }
    }

    private void Hide(params ReadOnlySpan<string> labels)
    {
        foreach (var label in labels)
            _used.Add(label);
    }

    private string? Take(string label)
    {
        _used.Add(label);
        return check.Find(label);
    }

    private void Add(string label, string value) => _rows.Add(new DetailRow(label, value));

    private static string[] Items(string? list) =>
        list is null or "none" ? [] : list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string YesNo(string? value) => value == "true" ? "yes" : "no";

    private static string Name(string label) => label switch
    {
        "codex-linux-sandbox helper" => "linux helper",
        "optional reachability failed" => "optional reachability",
        "check for update on startup" => "startup update check",
        _ => label,
    };
}
