using System.Numerics;

namespace MechanismDsl.Kernels;

/// <summary>
/// What a kernel says of one agent once the feasible set is decided on: whether it is served, and the critical score at which it would stop being served.
/// The inverse of the agent's own score at the critical score is its price (Myerson 1981).
/// </summary>
/// <typeparam name="TScore">The numbers of scores.</typeparam>
/// <param name="IsServed">Whether the agent is served.</param>
/// <param name="IsContested">Whether another agent would take its place: without one only the agent's own limit keeps it from being served.</param>
/// <param name="Critical">The critical score; of no meaning unless contested.</param>
/// <param name="MustExceed">Whether the agent loses ties, so that it must exceed the critical score; otherwise reaching it is enough.</param>
public readonly record struct Standing<TScore>(bool IsServed, bool IsContested, TScore Critical, bool MustExceed)
    where TScore : struct, INumber<TScore>;
