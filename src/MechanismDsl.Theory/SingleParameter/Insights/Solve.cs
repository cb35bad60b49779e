using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.SingleParameter.Insights;

/// <summary>Solves a problem; a caller passes its cache, since neighbouring declarations ask for the same variants.</summary>
public delegate SolvedAuction Solve(Problem problem);
