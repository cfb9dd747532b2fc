using System.Collections.Immutable;
using Codex.Execution;
using Codex.Formats.Toml;
using Codex.Platform;

namespace Codex.ExecServer.Environments;

/// <summary><c>environments.toml</c> in the user's directory (<c>exec-server/src/environment_toml.rs</c>).</summary>
internal static class EnvironmentFile
{
    /// <summary>Its name.</summary>
    public const string Name = "environments.toml";

    private static readonly string[] s_keys = ["default", "include_local", "environments"];

    /// <summary>Reads the file.</summary>
    /// <exception cref="EnvironmentSettingsException">It cannot be used.</exception>
    public static EnvironmentSettings Read(string path)
    {
        try
        {
            return Read(new EnvironmentTable(TomlParser.Parse(File.ReadAllBytes(path))), Path.GetDirectoryName(path)!);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new EnvironmentSettingsException($"failed to read environment config `{path}`: {Errno.Describe(exception)}");
        }
        catch (TomlException exception)
        {
            throw new EnvironmentSettingsException($"failed to parse environment config `{path}`: {exception.Message}");
        }
    }

    private static EnvironmentSettings Read(EnvironmentTable file, string directory)
    {
        file.CheckKeys(s_keys);
        var found = ImmutableArray.CreateBuilder<(string Id, ServerAddress? Address)>();
        if (file.Flag("include_local") ?? true)
            found.Add((ExecutionEnvironment.LocalId, null));
        foreach (var entry in file.Tables("environments"))
        {
            var (id, address) = EnvironmentEntry.Read(entry, directory);
            if (found.Any(known => known.Id == id))
                throw new EnvironmentSettingsException($"environment id `{id}` is duplicated");
            found.Add((id, address));
        }

        return Order(found.ToImmutable(), file.Text("default")?.Trim());
    }

    // The default comes first; the others behind it in the order of their ids, since they are not ordered otherwise.
    private static EnvironmentSettings Order(ImmutableArray<(string Id, ServerAddress? Address)> found, string? named)
    {
        if (named is "")
            throw new EnvironmentSettingsException("default environment id cannot be empty");
        if (named is not null && EnvironmentSettings.IsNone(named))
            return new([]);
        var first = named ?? (found.Any(static known => known.Address is null) ? ExecutionEnvironment.LocalId : null);
        if (first is null)
            return new([]);
        if (!found.Any(known => known.Id == first))
            throw new EnvironmentSettingsException($"default environment `{first}` is not configured");
        return new([.. found.OrderBy(known => known.Id != first).ThenBy(static known => known.Id, StringComparer.Ordinal)]);
    }
}
