namespace Codex.Configuration.Agents;

/// <summary>A role cannot be used; the others can.</summary>
internal sealed class AgentRoleException(string message) : Exception(message);
