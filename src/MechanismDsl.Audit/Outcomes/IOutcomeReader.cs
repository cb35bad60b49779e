namespace MechanismDsl.Auditing;

/// <summary>Reads outcomes of one type: what every agent gets and pays. <see cref="OutcomeReader"/> has one for every outcome of the language.</summary>
/// <typeparam name="TOutcome">The outcomes.</typeparam>
public interface IOutcomeReader<in TOutcome>
{
    /// <summary>What every agent gets and pays.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="agents">The number of agents that report.</param>
    Settlement Read(TOutcome outcome, int agents);
}
