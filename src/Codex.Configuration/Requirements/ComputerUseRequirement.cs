using Codex.Configuration.Reading;

namespace Codex.Configuration.Requirements;

/// <summary><c>[computer_use]</c> of requirements.</summary>
/// <param name="AllowLockedComputerUse">Whether the computer may be used while it is locked.</param>
public sealed record ComputerUseRequirement(bool? AllowLockedComputerUse)
{
    internal static ComputerUseRequirement Read(TableReader table) => new(table.Boolean("allow_locked_computer_use"));
}
