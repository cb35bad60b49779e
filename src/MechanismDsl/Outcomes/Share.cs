namespace MechanismDsl;

/// <summary>What one agent gets when ties are shared: a chance of being served and the payment it expects.</summary>
/// <typeparam name="TMoney">The numbers of reports and payments.</typeparam>
/// <param name="Probability">Probability of being served, from 0 to 1.</param>
/// <param name="Payment">Expected payment (a supplier's expected receipt), over the lottery among equals.</param>
public readonly record struct Share<TMoney>(double Probability, TMoney Payment)
    where TMoney : struct;
