namespace Codex.Backend.Models;

/// <summary>One service tier that a model offers.</summary>
/// <param name="Id">The wire value.</param>
/// <param name="Name">Name for pickers.</param>
/// <param name="Description">One line for pickers.</param>
public sealed record ServiceTier(string Id, string Name, string Description);
