using MechanismDsl.Auditing.Declarations;
using MechanismDsl.Auditing.Exact;
using MechanismDsl.Auditing.Searching;
using MechanismDsl.Auditing.Simulating;
using MechanismDsl.Auditing.Subjects;

namespace MechanismDsl.Auditing;

/// <summary>
/// Audits mechanisms as they run: what the compiler claims by theorem is looked at once more, from outside. <c>Exact</c> looks at every profile of finitely many types
/// in rationals; <c>Search</c> hunts for counterexamples among continuous types; <c>Simulate</c> estimates what to expect.
/// </summary>
/// <example>
/// <code>
/// [Mechanism, SingleItem, Efficient, Agents(2), Types(1, 2, 3)]
/// public partial class Small;
///
/// Console.WriteLine(Audit.Exact&lt;Small&gt;());
/// </code>
/// </example>
public static class Audit
{
    /// <summary>Judges every law at every profile of finitely many types, in rationals.</summary>
    /// <typeparam name="TMechanism">The mechanism.</typeparam>
    /// <param name="setup">What the declaration does not say: the number of agents, types, a prior, limits.</param>
    /// <param name="cancellation">Stops the audit.</param>
    /// <returns>For every law whether it holds, with a counterexample that was executed if it does not.</returns>
    /// <exception cref="AuditException">Types are missing, too many, or no numbers; the mechanism refuses a profile; or nothing says what its outcomes are worth.</exception>
    /// <exception cref="OperationCanceledException">The audit was stopped.</exception>
    public static AuditReport Exact<TMechanism>(AuditSetup? setup = null, CancellationToken cancellation = default)
        where TMechanism : IMechanism =>
        ExactAudit.Of(SubjectOf.Mechanism<TMechanism>(setup ?? new()), new DeclaredMechanism(typeof(TMechanism)), setup ?? new(), cancellation);

    /// <summary>The same for types, values or outcomes of one's own.</summary>
    /// <typeparam name="TMechanism">The mechanism.</typeparam>
    /// <typeparam name="TType">A type, which is also what is reported.</typeparam>
    /// <typeparam name="TOutcome">The outcomes.</typeparam>
    /// <param name="valuation">What outcomes are worth.</param>
    /// <param name="types">The types of every agent, or one row for all.</param>
    /// <param name="setup">Weights, limits, and the number of agents where one row of types is for all.</param>
    /// <param name="cancellation">Stops the audit.</param>
    /// <returns>As for declared types.</returns>
    /// <exception cref="AuditException">As for declared types.</exception>
    /// <exception cref="OperationCanceledException">The audit was stopped.</exception>
    public static AuditReport Exact<TMechanism, TType, TOutcome>(
        Valuation<TType, TOutcome> valuation,
        IReadOnlyList<IReadOnlyList<TType>> types,
        AuditSetup? setup = null,
        CancellationToken cancellation = default)
        where TMechanism : IMechanism<TType, TOutcome> =>
        ExactAudit.Of(ValuedSubject<TMechanism, TType, TOutcome>.Create(valuation, types, setup ?? new()), new DeclaredMechanism(typeof(TMechanism)), setup ?? new(), cancellation);

    /// <summary>
    /// Hunts for profitable lies, for agents that lose by taking part, for deficits, subsidies and waste among continuous types: a grid, ties, random numbers, and then
    /// step by step towards the worst case, which is made of round numbers and executed once more in rationals. The same seed finds the same.
    /// </summary>
    /// <typeparam name="TMechanism">The mechanism.</typeparam>
    /// <param name="setup">What the declaration does not say, how much to search, and the seed.</param>
    /// <param name="progress">Told the share of profiles looked at, from 0 to 1.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <returns>For every law a counterexample or that nothing was found; never that it holds.</returns>
    /// <exception cref="AuditException">The mechanism refuses every profile, answers with something that is no number, or nothing says what its outcomes are worth.</exception>
    /// <exception cref="OperationCanceledException">The search was stopped.</exception>
    public static AuditReport Search<TMechanism>(AuditSetup? setup = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
        where TMechanism : IMechanism =>
        SearchAudit.Of(SubjectOf.Mechanism<TMechanism>(setup ?? new()), setup ?? new(), progress, cancellation);

    /// <summary>
    /// Draws types from the prior, lets all report the truth, and estimates revenue, welfare, and the utility of each agent, also by its type. The same seed gives
    /// the same numbers, whatever the number of threads.
    /// </summary>
    /// <typeparam name="TMechanism">The mechanism.</typeparam>
    /// <param name="draws">The number of profiles, at least 2.</param>
    /// <param name="setup">What the declaration does not say: the number of agents, types with weights, the seed.</param>
    /// <param name="threads">The most threads, at least 1; null: as many as there are processors.</param>
    /// <param name="progress">Told the share of the draws that is done, from 0 to 1, by any thread.</param>
    /// <param name="cancellation">Stops the simulation.</param>
    /// <returns>Means with their standard errors, and beside them what the compiler computed exactly.</returns>
    /// <exception cref="AuditException">An agent has no prior, the mechanism refuses a profile, or nothing says what its outcomes are worth.</exception>
    /// <exception cref="OperationCanceledException">The simulation was stopped.</exception>
    public static Simulation Simulate<TMechanism>(
        long draws = 1_000_000,
        AuditSetup? setup = null,
        int? threads = null,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default)
        where TMechanism : IMechanism =>
        SimulationRun.Of(SubjectOf.Mechanism<TMechanism>(setup ?? new()), new DeclaredMechanism(typeof(TMechanism)), setup ?? new(), draws, threads ?? Environment.ProcessorCount, progress, cancellation);
}
