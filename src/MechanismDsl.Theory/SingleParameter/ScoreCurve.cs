using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.SingleParameter;

/// <summary>
/// A non-decreasing score of an agent's type, as pieces in increasing order that leave no gap; below the first piece the agent is never
/// served (score −∞). The allocation serves the best scores, and every threshold payment is an inverse of this curve.
/// The last piece reaches to +∞: reports above a prior's support are legal.
/// </summary>
/// <param name="Pieces">Pieces on [From, To), each non-decreasing, joined without a fall.</param>
public sealed partial record ScoreCurve(EquatableArray<ScorePiece> Pieces);

/// <summary>A score on the half-open interval of types [From, To).</summary>
public abstract record ScorePiece(double From, double To);

/// <summary>The same score for all types of the interval: an ironed block, or the step of a discrete type.</summary>
public sealed record ConstantPiece(double From, double To, double Score) : ScorePiece(From, To);

/// <summary>Slope·t + Intercept.</summary>
public sealed record AffinePiece(double From, double To, double Slope, double Intercept) : ScorePiece(From, To);

/// <summary>The virtual value of a prior without a closed-form inverse.</summary>
public sealed record VirtualPiece(double From, double To, ContinuousPrior Prior) : ScorePiece(From, To);
