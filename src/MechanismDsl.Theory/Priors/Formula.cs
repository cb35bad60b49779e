namespace MechanismDsl.Theory.Priors;

/// <summary>A function of one number, read from the expression that a user wrote: the IR of own priors and bidding strategies.</summary>
public abstract record Formula;
