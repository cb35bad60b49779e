namespace MechanismDsl.Proofs.Proving;

/// <summary>How far a proof may go, in steps.</summary>
/// <param name="MostAgents">Fixed numbers of agents are proved one by one up to this one.</param>
/// <param name="Steps">Steps of all cases together.</param>
/// <param name="StepsPerPath">What a path costs.</param>
/// <param name="StepsPerStage">What one stage may spend on one obligation.</param>
/// <param name="LongestPath">The number of statements on one path.</param>
/// <param name="StepsPerLoop">Steps of a proof for every number of agents, for one focal agent.</param>
/// <param name="MostLoopStates">States of a relational invariant.</param>
internal sealed record ProofLimits(int MostAgents, long Steps, long StepsPerPath, long StepsPerStage, long LongestPath, long StepsPerLoop, int MostLoopStates);
