using MechanismDsl.Proofs.Symbolic;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Laws;

/// <summary>
/// A law for one number of agents and one focal agent, as an execution: <paramref name="Execute"/> runs the rules along one path and demands
/// what the law says of their results. The law holds if every demand on every path does.
/// </summary>
/// <param name="Name">The case in words, e.g. <c>3 agents, agent 1</c>.</param>
/// <param name="Agents">The number of agents, 1 for a score.</param>
/// <param name="Focal">The focal agent, 0 for laws about a profile.</param>
/// <param name="Pool">Where the terms live.</param>
/// <param name="Assumptions">What holds on every path: x ≤ x′ if there are two runs.</param>
/// <param name="Execute">Runs one path.</param>
internal sealed record ProofCase(string Name, int Agents, int Focal, TermPool Pool, IReadOnlyList<Fact> Assumptions, Action<IDecisions> Execute);
