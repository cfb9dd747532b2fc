using Codex.Configuration.Reading;
using Codex.Configuration.Sections;

namespace Codex.Configuration.Requirements;

/// <summary><c>[hooks]</c> of requirements: hooks of the administrator.</summary>
/// <param name="ManagedDirectory">Where their programs are.</param>
/// <param name="WindowsManagedDirectory">The same on Windows.</param>
/// <param name="Hooks">The hooks.</param>
public sealed record ManagedHooks(string? ManagedDirectory, string? WindowsManagedDirectory, HooksSection Hooks)
{
    internal static ManagedHooks Read(TableReader table)
    {
        table.IgnoreUnknown();
        return new ManagedHooks(table.String("managed_dir"), table.String("windows_managed_dir"), HooksSection.ReadEventsOnly(table));
    }
}
