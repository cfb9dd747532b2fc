using System.Text.Json;

namespace Codex.Configuration.Editing;

/// <summary>A change of one value.</summary>
/// <param name="KeyPath">Keys joined by dots; a key with dots in it is quoted.</param>
/// <param name="Value">The new value; JSON null removes it.</param>
/// <param name="Strategy">What happens to a value that is there already.</param>
public sealed record ConfigWrite(string KeyPath, JsonElement Value, ConfigMergeStrategy Strategy);
