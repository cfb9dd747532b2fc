using Codex.Cli.CommandLine;

namespace Codex.Cli.Commands.Sessions;

/// <summary><c>codex archive</c> and <c>codex unarchive</c>.</summary>
internal static class ArchiveSpec
{
    public static CommandSpec Archive() => Create("archive", "Put a session away") with { Run = ArchiveCommand.ArchiveAsync };

    public static CommandSpec Unarchive() => Create("unarchive", "Bring a session back that was put away") with { Run = ArchiveCommand.UnarchiveAsync };

    private static CommandSpec Create(string name, string about) => new()
    {
        Name = name,
        About = about,
        Options = [.. SharedOptions.Remote(), .. SharedOptions.Runtime(), SharedOptions.StrictConfig(), SharedOptions.Override()],
        Arguments = [new ArgumentSpec { Name = "SESSION", Id = "target", Required = true, Help = "Id (UUID) or name of the session" }],
        Accepts = RootOptions.Profile | RootOptions.StrictConfig | RootOptions.Remote,
    };
}
