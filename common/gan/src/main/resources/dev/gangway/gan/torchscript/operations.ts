class Ops(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  def convolve(self: __torch__.Ops, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    return torch.conv2d(x, weight, bias, [1, 1], [0, 0])
  def convolve_same(self: __torch__.Ops, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    return torch.conv2d(x, weight, bias, [1, 1], [1, 1])
  def convolve_halving(self: __torch__.Ops, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    return torch.conv2d(x, weight, bias, [2, 2], [1, 1])
  def transposed_convolve(self: __torch__.Ops, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    return torch.conv_transpose2d(x, weight, bias, [1, 1], [0, 0])
  def transposed_convolve_doubling(self: __torch__.Ops, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    return torch.conv_transpose2d(x, weight, bias, [2, 2], [1, 1])
  def upsample(self: __torch__.Ops, x: Tensor) -> Tensor:
    height = torch.mul(torch.size(x, 2), 2)
    width = torch.mul(torch.size(x, 3), 2)
    return torch.upsample_bilinear2d(x, [height, width], False, None, None)
  def leaky_relu(self: __torch__.Ops, x: Tensor) -> Tensor:
    return torch.leaky_relu(x, 0.20000000000000001)
  def differentiable_gradient(self: __torch__.Ops, y: Tensor, x: Tensor) -> Tensor:
    found = torch.autograd.grad([y], [x], None, True, True, False)
    return unchecked_cast(Tensor, found[0])
  def gradients(self: __torch__.Ops, y: Tensor, xs: List[Tensor]) -> List[Tensor]:
    found = torch.autograd.grad([y], xs, None, False, False, True)
    result = annotate(List[Tensor], [])
    for i in range(torch.len(found)):
      one = found[i]
      if torch.__is__(one, None):
        gradient = torch.zeros_like(xs[i])
      else:
        gradient = unchecked_cast(Tensor, one)
      _0 = torch.append(result, torch.contiguous(gradient))
    return result
  def adam(self: __torch__.Ops, parameters: List[Tensor], gradients: List[Tensor], means: List[Tensor], squares: List[Tensor], steps: List[Tensor], rate: float, beta1: float, beta2: float, epsilon: float) -> NoneType:
    _0 = torch._foreach_add_(steps, 1)
    _1 = torch._fused_adam_(parameters, gradients, means, squares, annotate(List[Tensor], []), steps, lr=rate, beta1=beta1, beta2=beta2, weight_decay=0., eps=epsilon, amsgrad=False, maximize=False)
    return None
  def rms_prop(self: __torch__.Ops, parameters: List[Tensor], gradients: List[Tensor], squares: List[Tensor], rate: float, alpha: float, epsilon: float) -> NoneType:
    _0 = torch._foreach_mul_(squares, alpha)
    _1 = torch._foreach_addcmul_(squares, gradients, gradients, torch.sub(1., alpha))
    roots = torch._foreach_sqrt(squares)
    _2 = torch._foreach_add_(roots, epsilon)
    _3 = torch._foreach_addcdiv_(parameters, gradients, roots, torch.neg(rate))
    return None
  def clip(self: __torch__.Ops, parameters: List[Tensor], limit: float) -> NoneType:
    _0 = torch._foreach_clamp_min_(parameters, torch.neg(limit))
    _1 = torch._foreach_clamp_max_(parameters, limit)
    return None
  def total_norm(self: __torch__.Ops, xs: List[Tensor]) -> Tensor:
    return torch.linalg_vector_norm(torch.stack(torch._foreach_norm(xs, 2), 0), 2)
